<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>BrokerSource</name>
        <message>
            <source>not asked yet</source>
            <translation>noch nicht gefragt</translation>
        </message>
        <message>
            <source>Not started.</source>
            <translation>Nicht gestartet.</translation>
        </message>
        <message>
            <source>The connection "%1" is read-only: allow publishing in its settings first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>QoS must be 0, 1 or 2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The message of %1 bytes is larger than the %2 bytes that "%3" takes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" is not connected; nothing was published.</source>
            <translation>„%1“ ist nicht verbunden; nichts wurde gesendet.</translation>
        </message>
    </context>
    <context>
        <name>ConnectionState</name>
        <message>
            <source>stopped</source>
            <translation>angehalten</translation>
        </message>
        <message>
            <source>connecting</source>
            <translation>verbindet</translation>
        </message>
        <message>
            <source>connected</source>
            <translation>verbunden</translation>
        </message>
        <message>
            <source>reconnecting</source>
            <translation>verbindet neu</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>gescheitert</translation>
        </message>
        <message>
            <source>reconnecting, try %1 in %2</source>
            <translation>verbindet neu, Versuch %1 in %2</translation>
        </message>
    </context>
    <context>
        <name>CsvStream</name>
        <message>
            <source>The file %1 cannot be read, or has no header line.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file %1 has no column named "%2".</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Devices</name>
        <message numerus="yes">
            <source>%n signal(s) report bad quality.</source>
            <translation>
                <numerusform>%n Signal meldet schlechte Güte.</numerusform>
                <numerusform>%n Signale melden schlechte Güte.</numerusform>
            </translation>
        </message>
        <message>
            <source>It said goodbye, or its last will was published.</source>
            <translation>Es verabschiedete sich, oder sein letzter Wille kam.</translation>
        </message>
        <message>
            <source>Its description was removed from the broker.</source>
            <translation>Seine Beschreibung wurde vom Broker entfernt.</translation>
        </message>
        <message>
            <source>The connection %1 is down.</source>
            <translation>Die Verbindung %1 steht nicht.</translation>
        </message>
        <message>
            <source>Model %1 %2 is below its confidence limit.</source>
            <translation>Modell %1 %2 liegt unter seiner Grenze.</translation>
        </message>
    </context>
    <context>
        <name>FleetOptions</name>
        <message>
            <source>A rehearsal fleet: devices with physics and edge models that speak the real protocols.
Faults at run time: publish {"fault":"drift","device":"pump-01","after":0,"seconds":120}
or {"clear":"pump-01"} to rehearsal/fault; the answer comes on rehearsal/status.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Broker, mqtt://HOST[:PORT].</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>User name; the password comes from the environment variable PILOTHOUSE_FLEET_PASSWORD.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How many devices.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Messages of each device per second.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Physics and scenario run X times faster; with --csv the rows, or "max".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop after N seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seed of everything random.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>calm: nothing is wrong; lively: a stale model, a drifting and a stuck sensor, a flapping link.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>KIND:DEVICE[:AT[:DURATION]], seconds; KIND is drift, stuck, noise, dropout, overconfident, flapping or anomaly; DEVICE may be *. May be given again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Print the devices with kind, site, protocol and model, and stop.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stream the rows of this file instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Topic of --csv.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Column that names the device; it is appended to the topic.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Column that holds the time (found by itself otherwise).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start over at the end of the file, times moved on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>json or senml.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stamp rows with the present instead of the file's time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Print training rows of pump, hvac, meter, vibration or camera as CSV, and stop.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How many training rows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Operating range of training rows: field or commissioning.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>--%1 takes a number from %2 to %3, not "%4".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>--url takes mqtt://HOST[:PORT], not "%1".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>--scenario is calm or lively, not "%1".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>--format is json or senml, not "%1".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>--topic takes a topic to publish to, without + and #.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>--training-data takes pump, hvac, meter, vibration or camera, not "%1".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>--range is field or commissioning, not "%1".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The fault "%1" is not KIND:DEVICE[:AT[:DURATION]], as in drift:pump-01:30:120.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" is not an option; --help lists them.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Format</name>
        <message>
            <source>%1 msg/s</source>
            <translation>%1 Nachr./s</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 ms</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 min</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 h</translation>
        </message>
        <message>
            <source>%1 d</source>
            <translation>%1 d</translation>
        </message>
        <message>
            <source>%1 min %2 s</source>
            <translation>%1 min %2 s</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 h %2 min</translation>
        </message>
        <message>
            <source>%1 d %2 h</source>
            <translation>%1 d %2 h</translation>
        </message>
        <message>
            <source>now</source>
            <translation>jetzt</translation>
        </message>
        <message>
            <source>in %1</source>
            <translation>in %1</translation>
        </message>
        <message>
            <source>%1 ago</source>
            <translation>vor %1</translation>
        </message>
        <message>
            <source>expired %1 ago</source>
            <translation>vor %1 abgelaufen</translation>
        </message>
        <message numerus="yes">
            <source>expired %n day(s) ago</source>
            <translation>
                <numerusform>vor %n Tag abgelaufen</numerusform>
                <numerusform>vor %n Tagen abgelaufen</numerusform>
            </translation>
        </message>
        <message>
            <source>expires in %1</source>
            <translation>läuft in %1 ab</translation>
        </message>
        <message numerus="yes">
            <source>expires in %n day(s)</source>
            <translation>
                <numerusform>läuft in %n Tag ab</numerusform>
                <numerusform>läuft in %n Tagen ab</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Model</name>
        <message>
            <source>The model %1 does not name its classes, means and deviations.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model %1 cannot be read: %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model %1 needs exactly one float32 input and at least one output to run here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The input of model %1 has an open or oversized dimension besides its batch; export it with fixed sizes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>OpenCV cannot load the model %1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model %1 takes %2 numbers a row; %3 numbers for %4 rows do not fit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model %1 has no output named %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The output %1 of model %2 is not float32.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model %1 failed while running: %2</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MosquittoEngine</name>
        <message>
            <source>libmosquitto cannot be set up: %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>libmosquitto does not accept the connection's settings: %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>libmosquitto cannot start: %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The subscription was not sent: %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The message was not sent: %1.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OnnxInfo</name>
        <message>
            <source>The model file is larger than 512 MiB; it was not read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model file is damaged, or its graph has more parts than Pilothouse accepts; fetch the file again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file is not an ONNX model, or it is cut short; check where it comes from.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Packet</name>
        <message>
            <source>nothing is wrong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it ends in the middle of a field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there are bytes behind its last field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reserved bits are set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the packet id is 0</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the reason code is not one of the standard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a text is not valid UTF-8 for MQTT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the topic is empty or has wildcards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the QoS bits are invalid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a property runs beyond its end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a property does not belong there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a property is given twice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a property has a value that is not allowed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it uses a topic alias although none was allowed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its length field has more than four bytes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no server may send it</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>Connections</source>
            <translation>Verbindungen</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Überblick</translation>
        </message>
    </context>
    <context>
        <name>Profile</name>
        <message>
            <source>A connection can have at most %1 subscriptions.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The QoS of the subscription "%1" must be 0, 1 or 2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The subscription "%1" is there twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last will: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The QoS of the last will must be 0, 1 or 2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The last will is longer than 65,535 bytes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection needs the name or address of a broker.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" is not a host name or address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The port must be between 1 and 65535.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The MQTT version must be 3.1.1 or 5.0.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The keep-alive time must be 0 (off) or between 5 and 65,535 seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is a client key but no client certificate.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The pinned certificate must be given as a SHA-256 of 32 bytes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Client id and user name can have at most 65,535 bytes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A session that the broker keeps needs a client id of its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection "%1" has a wrong value at "%2".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection "%1" cannot be used: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" is not a broker address: %2. Example: mqtt://user@broker.example:1883/site/#</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it must start with mqtt:// or mqtts://</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the port must be between 1 and 65535</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ProfileFile</name>
        <message>
            <source>The connections were not written to "%1": %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connections in "%1" cannot be read: %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" is too large to be a file of connections.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" is not a file of connections: %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" is not a file of connections.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" was written by a newer version of this program.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>QMessageBox</name>
        <message>
            <source>OK</source>
            <translation>OK</translation>
        </message>
    </context>
    <context>
        <name>QObject</name>
        <message>
            <source>no answer within %1 s</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>QtEngine</name>
        <message>
            <source>Qt MQTT does not accept the connection's settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Qt MQTT gave up (error %1)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Qt MQTT did not send the subscription to "%1".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Qt MQTT did not send the message to "%1".</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>Colours of the console</source>
            <translation>Farben der Konsole</translation>
        </message>
        <message>
            <source>Language of the console</source>
            <translation>Sprache der Konsole</translation>
        </message>
        <message>
            <source>No fading</source>
            <translation>Kein Überblenden</translation>
        </message>
        <message>
            <source>Size of text and controls, %</source>
            <translation>Größe von Text und Bedienung, %</translation>
        </message>
        <message>
            <source>History kept, days (0: no limit)</source>
            <translation>Verlauf behalten, Tage (0: unbegrenzt)</translation>
        </message>
        <message>
            <source>History kept, MiB (0: no limit)</source>
            <translation>Verlauf behalten, MiB (0: unbegrenzt)</translation>
        </message>
        <message>
            <source>Samples kept in memory, MiB</source>
            <translation>Messwerte im Speicher, MiB</translation>
        </message>
        <message>
            <source>Raw messages kept for Explore, MiB</source>
            <translation>Rohe Nachrichten für Erkunden, MiB</translation>
        </message>
        <message>
            <source>Topics tracked per connection</source>
            <translation>Themen je Verbindung</translation>
        </message>
        <message>
            <source>Signals tracked</source>
            <translation>Signale insgesamt</translation>
        </message>
        <message>
            <source>Largest payload decoded, bytes</source>
            <translation>Größte gelesene Nutzlast, Bytes</translation>
        </message>
        <message>
            <source>Signals taken from one payload</source>
            <translation>Signale aus einer Nutzlast</translation>
        </message>
        <message>
            <source>Levels of nesting followed</source>
            <translation>Verschachtelung, der gefolgt wird</translation>
        </message>
        <message>
            <source>A silent device is stale after, seconds</source>
            <translation>Ein stilles Gerät gilt als veraltet nach, Sekunden</translation>
        </message>
        <message>
            <source>Confidence below this needs somebody</source>
            <translation>Sicherheit darunter braucht jemanden</translation>
        </message>
        <message>
            <source>… when it lasts longer than, seconds</source>
            <translation>… wenn es länger dauert als, Sekunden</translation>
        </message>
        <message>
            <source>Page shown at start</source>
            <translation>Seite beim Start</translation>
        </message>
        <message>
            <source>Navigation shows icons only</source>
            <translation>Navigation zeigt nur Symbole</translation>
        </message>
        <message>
            <source>Display updates per second</source>
            <translation>Bilder je Sekunde</translation>
        </message>
    </context>
    <context>
        <name>SysWatch</name>
        <message>
            <source>Broker uptime</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dropped by the broker, per minute, all clients</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Text</name>
        <message>
            <source>The folder of %1 cannot be written; choose another workspace.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The history %1 is already written by %2 (process %3 on %4); close that first or open it read-only.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Tls</name>
        <message>
            <source>The %1 "%2" cannot be read: %3.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The %1 "%2" is too large to be a PEM file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no PEM certificate in the %1 "%2".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>client key file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no PEM private key in the client key file "%1".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The client key file "%1" needs a pass phrase.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The pass phrase does not open the client key file "%1".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>client certificate file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is self-signed, and no authority vouches for it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it was issued by an unknown authority (CA)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>authority (CA) file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it expired on %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is not valid before %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is for %1, not for %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The certificate of %1 is not accepted: %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>; </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 does not answer with TLS: it looks like a port without encryption; choose the server's TLS port (often 8883).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 asks for a client certificate: choose one in the connection.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 does not accept our client certificate (%2).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 offers only TLS older than 1.2, which is not safe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The TLS handshake with %1 failed: %2.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Topics</name>
        <message>
            <source>A topic cannot be empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A topic cannot contain the character U+0000.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The topic is longer than the 65,535 bytes that MQTT allows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the filter "%1" the wildcard # must stand alone as the last level.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the filter "%1" the wildcard + must stand alone in its level.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A shared subscription is written $share/&lt;group&gt;/&lt;filter&gt;, with a group name without wildcards; "%1" is not.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A topic to publish to cannot contain the wildcards + and #; "%1" does.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Tr</name>
        <message>
            <source>A name longer than %1 bytes was cut.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>app::Engine</name>
        <message>
            <source>The workspace folder %1 cannot be made. Choose another with --workspace.</source>
            <translation>Der Arbeitsordner %1 kann nicht angelegt werden. Wählen Sie einen anderen mit --workspace.</translation>
        </message>
        <message>
            <source>%1 The damaged history was moved to %2; a new one was begun.</source>
            <translation>%1 Der beschädigte Verlauf wurde nach %2 verschoben und ein neuer begonnen.</translation>
        </message>
    </context>
    <context>
        <name>app::Options</name>
        <message>
            <source>The size "%1" is not WIDTHxHEIGHT of at least 640x400, for example 1920x1080.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no theme "%1"; choose system, light, dark or contrast.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pilothouse, an operations console for fleets of devices that think.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep settings, connections and history in this folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect to this broker, for this run only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>system, light, dark or contrast; a tour takes several, with commas.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size of the window; a tour takes several, with commas.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open this page.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Visit every page, save one picture of each into this folder, and end. Without --connect the rehearsal fleet is started for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Gather data for so long before the first picture.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Print how long it took until the window was painted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mirror the layout, as for Arabic.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" is not an option; see --help.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>--tour-seconds takes a number from 0 to 3600.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>app::Rehearsal</name>
        <message>
            <source>The broker mosquitto is not installed; install the package mosquitto, or give a broker with --connect.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rehearsal broker cannot be set up in %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rehearsal broker did not start: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rehearsal fleet (pilothouse-fleet) is not beside this program; build it, or give a broker with --connect.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rehearsal fleet did not start: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rehearsal broker ended by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rehearsal fleet ended by itself.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>app::SingleInstance</name>
        <message>
            <source>The workspace %1 is in use by %2, which does not answer.</source>
            <translation>Der Arbeitsbereich %1 wird von %2 benutzt, das nicht antwortet.</translation>
        </message>
        <message>
            <source>process %1 on %2</source>
            <translation>Prozess %1 auf %2</translation>
        </message>
    </context>
    <context>
        <name>app::Tour</name>
        <message>
            <source>There is no page "%1".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The folder %1 cannot be made.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tour: %1 devices, %2 signals after %3 s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tour: no data came within %1 s; the pages are shown empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tour: the page "%1" could not be shown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tour: the page "%1" was not shown in the size asked for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tour: %1 cannot be written.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>base::Settings</name>
        <message>
            <source>The settings file %1 cannot be read: %2. Defaults are used.</source>
            <translation>Die Einstellungsdatei %1 kann nicht gelesen werden: %2. Es gelten die Vorgaben.</translation>
        </message>
        <message>
            <source>The settings file %1 is damaged: %2. Defaults are used; the damaged file is kept as %1.bad.</source>
            <translation>Die Einstellungsdatei %1 ist beschädigt: %2. Es gelten die Vorgaben; die beschädigte Datei bleibt als %1.bad erhalten.</translation>
        </message>
        <message>
            <source>The settings file %1 is from a newer Pilothouse; changes are not saved.</source>
            <translation>Die Einstellungsdatei %1 stammt von einem neueren Pilothouse; Änderungen werden nicht gespeichert.</translation>
        </message>
        <message>
            <source>The settings cannot be written to %1: %2.</source>
            <translation>Die Einstellungen können nicht nach %1 geschrieben werden: %2.</translation>
        </message>
    </context>
    <context>
        <name>connect::Connections</name>
        <message>
            <source>The connection has no id.</source>
            <translation>Die Verbindung hat keine Kennung.</translation>
        </message>
        <message>
            <source>There is no such connection.</source>
            <translation>Diese Verbindung gibt es nicht.</translation>
        </message>
        <message>
            <source>Waiting for the password from the keychain.</source>
            <translation>Wartet auf das Passwort aus dem Schlüsselbund.</translation>
        </message>
        <message>
            <source>Not started.</source>
            <translation>Nicht gestartet.</translation>
        </message>
        <message>
            <source>"%1" is not connected; nothing was published.</source>
            <translation>„%1“ ist nicht verbunden; nichts wurde gesendet.</translation>
        </message>
    </context>
    <context>
        <name>connect::KeychainSecrets</name>
        <message>
            <source>No keychain answers (%1): passwords are kept in memory until the program ends.</source>
            <translation>Kein Schlüsselbund antwortet (%1): Passwörter bleiben im Speicher, bis das Programm endet.</translation>
        </message>
        <message>
            <source>Passwords are kept in the desktop's keychain.</source>
            <translation>Passwörter liegen im Schlüsselbund des Schreibtischs.</translation>
        </message>
    </context>
    <context>
        <name>connect::SessionSecrets</name>
        <message>
            <source>Passwords are kept in memory until the program ends.</source>
            <translation>Passwörter bleiben im Speicher, bis das Programm endet.</translation>
        </message>
    </context>
    <context>
        <name>connect::mqtt::ConnectionTest</name>
        <message>
            <source>There is no address for the name "%1": %2.</source>
            <translation>Zum Namen „%1“ gibt es keine Adresse: %2.</translation>
        </message>
        <message>
            <source>%1 is %2.</source>
            <translation>%1 ist %2.</translation>
        </message>
        <message>
            <source>Port %1 is open.</source>
            <translation>Port %1 ist offen.</translation>
        </message>
        <message>
            <source>The certificate is accepted (%1).</source>
            <translation>Das Zertifikat wird angenommen (%1).</translation>
        </message>
        <message>
            <source>The broker accepts us without a user name.</source>
            <translation>Der Broker nimmt uns ohne Benutzernamen an.</translation>
        </message>
        <message>
            <source>The broker accepts the user "%1".</source>
            <translation>Der Broker nimmt den Benutzer „%1“ an.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Subscriptions were refused: %1.</source>
            <translation>Abonnements wurden abgelehnt: %1.</translation>
        </message>
        <message>
            <source>All subscriptions are granted. If no data arrives, a permission of the broker may hold it back.</source>
            <translation>Alle Abonnements sind gewährt. Kommen keine Daten, hält sie vielleicht ein Recht des Brokers zurück.</translation>
        </message>
    </context>
    <context>
        <name>connect::mqtt::Link</name>
        <message>
            <source>Connecting to %1.</source>
            <translation>Verbindet mit %1.</translation>
        </message>
        <message>
            <source>Connecting to %1 again (try %2). %3</source>
            <translation>Verbindet wieder mit %1 (Versuch %2). %3</translation>
        </message>
        <message>
            <source>session resumed</source>
            <translation>Sitzung fortgesetzt</translation>
        </message>
        <message>
            <source>client id %1</source>
            <translation>Client-ID %1</translation>
        </message>
        <message>
            <source>QoS up to %1</source>
            <translation>QoS bis %1</translation>
        </message>
        <message>
            <source>no retained messages</source>
            <translation>keine behaltenen Nachrichten</translation>
        </message>
        <message>
            <source>no wildcard subscriptions</source>
            <translation>keine Platzhalter</translation>
        </message>
        <message>
            <source>no shared subscriptions</source>
            <translation>keine geteilten Abonnements</translation>
        </message>
        <message>
            <source>packets up to %1 bytes</source>
            <translation>Pakete bis %1 Bytes</translation>
        </message>
        <message>
            <source>keep-alive %1 s</source>
            <translation>Lebenszeichen %1 s</translation>
        </message>
        <message>
            <source>asked</source>
            <translation>erbeten</translation>
        </message>
        <message>
            <source>Connected again to %1.</source>
            <translation>Wieder mit %1 verbunden.</translation>
        </message>
        <message>
            <source>Connected to %1.</source>
            <translation>Mit %1 verbunden.</translation>
        </message>
        <message>
            <source>Connected to %1:%2.</source>
            <translation>Mit %1:%2 verbunden.</translation>
        </message>
        <message>
            <source>refused: %1</source>
            <translation>abgelehnt: %1</translation>
        </message>
        <message>
            <source>refused: %1, %2</source>
            <translation>abgelehnt: %1, %2</translation>
        </message>
        <message>
            <source>The subscription to %1 was refused: %2.</source>
            <translation>Das Abonnement von %1 wurde abgelehnt: %2.</translation>
        </message>
        <message>
            <source>The pipeline stood still for too long; messages are dropped and counted.</source>
            <translation>Die Verarbeitung stand zu lange; Nachrichten werden verworfen und gezählt.</translation>
        </message>
        <message>
            <source>The connection was lost before the broker confirmed it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection was stopped before the broker confirmed it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Disconnected from %1.</source>
            <translation>Von %1 getrennt.</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>Angehalten.</translation>
        </message>
        <message>
            <source>The connection is not there any more; nothing was published.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Publishing to %1 was refused: %2</source>
            <translation>Senden an %1 wurde abgelehnt: %2</translation>
        </message>
        <message>
            <source>Client id</source>
            <translation>Client-ID</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>Bibliothek</translation>
        </message>
    </context>
    <context>
        <name>connect::mqtt::Session</name>
        <message>
            <source>The MQTT library ended the connection: %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1:%2 closed the connection before it answered: is it an MQTT port, and does it want %3?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a client certificate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>TLS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1:%2 did not answer the MQTT login in time: is it an MQTT port?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 has been silent for %2 s: the connection is half open (cable, router, sleeping machine).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 answers with TLS: switch on TLS in the connection.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 answers in HTTP: it is a web server, not an MQTT port.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 answered the login with something else than CONNACK: is it an MQTT broker?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 sent a %2 packet of more than %3 MiB, which is the limit here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 sent a malformed %2 packet: %3.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 ended the connection: %2%3.</source>
            <translation>%1 beendete die Verbindung: %2%3.</translation>
        </message>
        <message>
            <source>%1 wants an extended authentication, which this console does not have.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 answered the login twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 refused the login: %2</source>
            <translation>%1 lehnte die Anmeldung ab: %2</translation>
        </message>
        <message>
            <source> (it names %1)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>connect::mqtt::Wire</name>
        <message>
            <source>%1:%2 did not finish the TLS handshake in time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1:%2 did not answer in time: a firewall or a wrong address?</source>
            <translation>%1:%2 antwortete nicht rechtzeitig: eine Firewall oder eine falsche Adresse?</translation>
        </message>
        <message>
            <source>There is no address for the name "%1": check the name and the network.</source>
            <translation>Zum Namen „%1“ gibt es keine Adresse: prüfen Sie Name und Netz.</translation>
        </message>
        <message>
            <source>Nothing listens on %1: is the broker running, is the port right?</source>
            <translation>Auf %1 hört niemand: läuft der Broker, stimmt der Port?</translation>
        </message>
        <message>
            <source>%1 closed the connection.</source>
            <translation>%1 schloss die Verbindung.</translation>
        </message>
        <message>
            <source>The network to %1 is not reachable: %2.</source>
            <translation>Das Netz zu %1 ist nicht erreichbar: %2.</translation>
        </message>
        <message>
            <source>The connection to %1 failed: %2.</source>
            <translation>Die Verbindung zu %1 scheiterte: %2.</translation>
        </message>
        <message>
            <source>%1:%2 closed the connection during the TLS handshake: it may be a port without encryption, or the server refuses this client.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, pinned certificate</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>decode::Tr</name>
        <message>
            <source>The mapping of %1 asks for the decoder %2, but the payload is not of that kind.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The mapping of %1 says not to decode it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only the first %1 signals of the payload were read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A text longer than %1 bytes was cut.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only the first %1 samples of the payload were read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The payload has %1 bytes; more than %2 are not decoded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The JSON holds no values.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The retained announcement of an entity was removed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The discovery message is not a JSON object with an entity or a device.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The announcement says nothing about a state.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The template of "%1" is not evaluated, its values are shown as they come: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The limit of discovered entities is reached; this one is not remembered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The message says nothing that its announcement describes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The limit of Homie devices is reached; this one is not remembered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Homie description was removed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Homie description is not a JSON object of version 5.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Homie description has more properties than are remembered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A Homie broadcast, not telemetry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A Homie command, not telemetry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An attribute of a Homie node.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An attribute of a Homie device.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An attribute of a Homie property.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The retained value of this Homie property was removed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The JSON value of this Homie property is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" is not a Homie value of type %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A %1 image of %2 bytes; it is shown, not decoded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The payload is empty: a retained message was deleted, or there is nothing to say.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 data of %2 bytes; kept, not decoded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unknown binary data of %1 bytes; kept, not decoded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The JSON is nested too deeply.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The JSON holds bytes that are not UTF-8.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The JSON has a control character inside a text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The JSON ends inside a text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The JSON has a wrong escape inside a text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The JSON has a malformed number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The JSON is too large to be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The JSON is malformed: cut short, something left over, or a sign out of place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>NaN, Infinity or a number beyond double range reads as missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An integer beyond 64 bits was rounded to double precision.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More values than are taken from one message; the first %1 are shown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A mapping has no topic filter; give it one such as plant/+/raw.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The mapping of %1 names the decoder %2, which does not exist.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The OPC UA message has no fields.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An OPC UA discovery message, not telemetry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The OPC UA metadata message has no MetaData.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The limit of OPC UA data sets is reached; this one is not remembered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>XML or HTML of %1 bytes; it is shown as text, not decoded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An empty retained message: the broker's copy was deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>alias %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A command to %1 (%2), not telemetry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The message has no metrics.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The limit of Sparkplug nodes and devices is reached; this birth is shown but not remembered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The device was born before its edge node; a rebirth of the edge node would put that right.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A metric is not in the birth; a rebirth of the edge node would name it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Data came before a birth; a rebirth of the edge node would describe it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A device died whose edge node was never born here; a rebirth would describe it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The edge node's death was already known (the will repeats the goodbye).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The death belongs to an earlier session (bdSeq %1, the node lives with %2), so it is ignored.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%n metric(s) come by an alias that no birth has named; a rebirth of the edge node would name them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The limit of metrics learned from births is reached; aliases of this birth stay unknown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The birth gives one alias to two metrics; data by that alias is not decoded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Templates nest deeper than the limit; the inner ones are not decoded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%n array(s) have a length that does not fit their type.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%n metric(s) have neither a name nor an alias.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n file or byte metric(s), %1 bytes, kept as they are.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>The Sparkplug payload holds more metrics, cells and properties than are accepted from one message.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The payload is not a valid Sparkplug B message (protobuf breaks off or nests too deep).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Sparkplug payload is larger than the limit for one message.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The payload has none of the fields of a Sparkplug B message.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The compressed Sparkplug body holds another compressed body.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The compressed Sparkplug body cannot be opened: no memory.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The compressed Sparkplug body grows beyond the limit when it is opened.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The compressed Sparkplug body is broken (neither a whole zlib nor gzip stream).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A Tasmota command, not telemetry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The retained announcement of a Tasmota device was removed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Tasmota announcement lacks its topic or is not JSON.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The list of a Tasmota device's sensors.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The limit of Tasmota devices is reached; this one is not remembered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Tasmota message has no values.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A ThingsBoard request or command, not telemetry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The ThingsBoard message has no values.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is nested deeper than %1 levels was left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The payload has too many values; the rest was left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A member name occurs twice in one object; the last one counts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is a list of %2 values; the first %3 were read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A confidence of %1 is outside of 0 to 1 and 0 to 100 %.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 lists %2 detections; the first %3 became samples.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A message about the Zigbee2MQTT bridge, not telemetry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The limit of Zigbee devices is reached; the others are not remembered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The bridge has no devices.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A command to a Zigbee device, not telemetry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The retained state of a Zigbee device was removed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The state of the Zigbee device is empty.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>devices::Registry</name>
        <message>
            <source>Known from retained messages; nothing live yet.</source>
            <translation>Aus behaltenen Nachrichten bekannt; noch nichts live.</translation>
        </message>
        <message>
            <source>It said that it sleeps.</source>
            <translation>Es sagte, dass es schläft.</translation>
        </message>
        <message>
            <source>Silent for longer than %1 s.</source>
            <translation>Still länger als %1 s.</translation>
        </message>
    </context>
    <context>
        <name>store::Database</name>
        <message>
            <source>The history %1 cannot be opened: %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The history %1 cannot grow, the disk is full; free some space.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The history %1 cannot be written; check the permissions of the file and its folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The history %1 is damaged (%2); move it aside to start a new one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The history %1 is locked by another program.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading the history was cancelled.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The history %1 cannot be used: %2.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>store::Historian</name>
        <message>
            <source>There is no history %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The folder of %1 does not exist.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A window needs a start before its end, at most 292 years, and at least one column.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>store::OpenSet</name>
        <message>
            <source>The history %1 is damaged (a journal row cannot be read); move it aside to start a new one.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>store::Schema</name>
        <message>
            <source>%1 is a database of another program; choose another file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The history %1 was written by a newer Pilothouse (version %2, this one knows %3); update Pilothouse.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The folder of %1 does not support SQLite's write-ahead log; use a local disk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The history %1 is of an older version; open it once for writing.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>store::Writer</name>
        <message>
            <source>The history is closed.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ui</name>
        <message>
            <source>its model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No site</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Critical</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>High</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Medium</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Low</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Device</source>
            <translation>Gerät</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>Since</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Likely cause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 priority</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Site</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Well</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Suspect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stale</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Offline</source>
            <translation>Nicht erreichbar</translation>
        </message>
        <message>
            <source>msg/s</source>
            <translation>Nachr./s</translation>
        </message>
        <message>
            <source>Last 2 min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Version</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Devices</source>
            <translation>Geräte</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Sicherheit</translation>
        </message>
        <message>
            <source>Below %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not named</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The mean is above the limit, but a device is below it.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ui::Certificate</name>
        <message>
            <source>For %1</source>
            <translation>Für %1</translation>
        </message>
        <message>
            <source>Issued by %1</source>
            <translation>Ausgestellt von %1</translation>
        </message>
        <message>
            <source>Names: %1</source>
            <translation>Namen: %1</translation>
        </message>
        <message>
            <source>Valid until %1, %2</source>
            <translation>Gültig bis %1, %2</translation>
        </message>
        <message>
            <source>SHA-256 %1</source>
            <translation>SHA-256 %1</translation>
        </message>
    </context>
    <context>
        <name>ui::CommandPalette</name>
        <message>
            <source>Search or do</source>
            <translation>Suchen oder tun</translation>
        </message>
        <message>
            <source>Page, device, signal, topic, setting or action</source>
            <translation>Seite, Gerät, Signal, Thema, Einstellung oder Aktion</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>Gefunden</translation>
        </message>
        <message>
            <source>Nothing has these words.</source>
            <translation>Nichts enthält diese Wörter.</translation>
        </message>
    </context>
    <context>
        <name>ui::ConnectionDetail</name>
        <message>
            <source>Certificates of the server</source>
            <translation>Zertifikate des Servers</translation>
        </message>
        <message>
            <source>What became of every message</source>
            <translation>Was aus jeder Nachricht wurde</translation>
        </message>
        <message>
            <source>since the start</source>
            <translation>seit dem Start</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>Anzahl</translation>
        </message>
        <message>
            <source>Mappings</source>
            <translation>Zuordnungen</translation>
        </message>
        <message>
            <source>your word where detection is wrong</source>
            <translation>Ihr Wort, wo die Erkennung falsch liegt</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Jetzt</translation>
        </message>
        <message>
            <source>Subscriptions</source>
            <translation>Abonnements</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Asked</source>
            <translation>Erbeten</translation>
        </message>
        <message>
            <source>Granted</source>
            <translation>Gewährt</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Nachrichten</translation>
        </message>
        <message>
            <source>Last undecodable messages</source>
            <translation>Letzte nicht lesbare Nachrichten</translation>
        </message>
        <message>
            <source>None so far.</source>
            <translation>Bisher keine.</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>Topic</source>
            <translation>Thema</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>For</source>
            <translation>Seit</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Empfangen</translation>
        </message>
        <message>
            <source>%1 messages, %2</source>
            <translation>%1 Nachrichten, %2</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>Rate</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>Gesendet</translation>
        </message>
        <message>
            <source>Reconnected</source>
            <translation>Neu verbunden</translation>
        </message>
        <message>
            <source>Round trip</source>
            <translation>Hin und zurück</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 ms</translation>
        </message>
        <message>
            <source>Reading paused</source>
            <translation>Lesen angehalten</translation>
        </message>
        <message>
            <source>Dropped by the broker</source>
            <translation>Vom Broker verworfen</translation>
        </message>
        <message>
            <source>not told</source>
            <translation>nicht mitgeteilt</translation>
        </message>
        <message>
            <source>Encryption</source>
            <translation>Verschlüsselung</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Bibliothek</translation>
        </message>
        <message>
            <source>not answered yet</source>
            <translation>noch keine Antwort</translation>
        </message>
        <message>
            <source>QoS %1</source>
            <translation>QoS %1</translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) shown</source>
            <translation>
                <numerusform>%n Nachricht gezeigt</numerusform>
                <numerusform>%n Nachrichten gezeigt</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::ConnectionEditor</name>
        <message>
            <source>leave empty to keep the one there is</source>
            <translation>leer lassen, um das vorhandene zu behalten</translation>
        </message>
        <message>
            <source>Save and connect</source>
            <translation>Speichern und verbinden</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>none: the authorities decide</source>
            <translation>keines: die Zertifizierungsstellen entscheiden</translation>
        </message>
        <message numerus="yes">
            <source>Pilothouse will connect to %1 and listen on %n topic filter(s).</source>
            <translation>
                <numerusform>Pilothouse wird sich mit %1 verbinden und auf %n Themenfilter hören.</numerusform>
                <numerusform>Pilothouse wird sich mit %1 verbinden und auf %n Themenfilter hören.</numerusform>
            </translation>
        </message>
        <message>
            <source>It will never publish.</source>
            <translation>Es wird nie senden.</translation>
        </message>
        <message>
            <source>It may publish when somebody confirms.</source>
            <translation>Es darf senden, wenn jemand bestätigt.</translation>
        </message>
        <message>
            <source>The password is not kept</source>
            <translation>Das Passwort wird nicht aufbewahrt</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Wo</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>Rechner</translation>
        </message>
        <message>
            <source>name or address of the broker</source>
            <translation>Name oder Adresse des Brokers</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>Port</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>what people call it; the host when empty</source>
            <translation>wie man ihn nennt; leer: der Rechner</translation>
        </message>
        <message>
            <source>Protocol</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <source>Client ID</source>
            <translation>Client-ID</translation>
        </message>
        <message>
            <source>chosen when empty</source>
            <translation>leer: wird gewählt</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Wer</translation>
        </message>
        <message>
            <source>User</source>
            <translation>Benutzer</translation>
        </message>
        <message>
            <source>empty: no login</source>
            <translation>leer: keine Anmeldung</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Passwort</translation>
        </message>
        <message>
            <source>Encryption</source>
            <translation>Verschlüsselung</translation>
        </message>
        <message>
            <source>Encrypt with TLS; the server's certificate is always verified</source>
            <translation>Mit TLS verschlüsseln; das Zertifikat des Servers wird immer geprüft</translation>
        </message>
        <message>
            <source>PEM files (*.pem *.crt *.cer *.key);;All files (*)</source>
            <translation>PEM-Dateien (*.pem *.crt *.cer *.key);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Own authority</source>
            <translation>Eigene Stelle</translation>
        </message>
        <message>
            <source>empty: the authorities of this machine</source>
            <translation>leer: die Stellen dieses Rechners</translation>
        </message>
        <message>
            <source>Own certificate</source>
            <translation>Eigenes Zertifikat</translation>
        </message>
        <message>
            <source>Its key</source>
            <translation>Sein Schlüssel</translation>
        </message>
        <message>
            <source>Forget it</source>
            <translation>Vergessen</translation>
        </message>
        <message>
            <source>Accepted certificate</source>
            <translation>Angenommenes Zertifikat</translation>
        </message>
        <message>
            <source>Choose a file: %1</source>
            <translation>Datei wählen: %1</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>one topic filter a line, then its QoS</source>
            <translation>ein Themenfilter je Zeile, dahinter seine QoS</translation>
        </message>
        <message>
            <source>Topic filters</source>
            <translation>Themenfilter</translation>
        </message>
        <message>
            <source>Watch what the broker says about its own losses ($SYS)</source>
            <translation>Beobachten, was der Broker über eigene Verluste sagt ($SYS)</translation>
        </message>
        <message>
            <source>Read-only: never publish on this connection</source>
            <translation>Nur lesen: auf dieser Verbindung nie senden</translation>
        </message>
        <message>
            <source>Connect when Pilothouse starts</source>
            <translation>Verbinden, wenn Pilothouse startet</translation>
        </message>
        <message>
            <source>Allow publishing</source>
            <translation>Senden erlauben</translation>
        </message>
        <message>
            <source>Allow Pilothouse to publish on the connection "%1"?</source>
            <translation>Darf Pilothouse auf der Verbindung „%1“ senden?</translation>
        </message>
        <message>
            <source>Messages sent to devices can make them act. Each one is still asked about before it is sent.</source>
            <translation>Nachrichten an Geräte können sie handeln lassen. Vor jeder einzelnen wird weiterhin gefragt.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>ui::ConnectionModel</name>
        <message>
            <source>Connection</source>
            <translation>Verbindung</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>msg/s</source>
            <translation>Nachr./s</translation>
        </message>
        <message>
            <source>Lost</source>
            <translation>Verloren</translation>
        </message>
        <message>
            <source>What is going on</source>
            <translation>Was vor sich geht</translation>
        </message>
    </context>
    <context>
        <name>ui::ConnectionsPage</name>
        <message>
            <source>Add connection</source>
            <translation>Verbindung hinzufügen</translation>
        </message>
        <message>
            <source>Connect to another broker</source>
            <translation>Mit einem weiteren Broker verbinden</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <source>Change the selected connection</source>
            <translation>Die gewählte Verbindung ändern</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Starten</translation>
        </message>
        <message>
            <source>Start or stop the selected connection</source>
            <translation>Die gewählte Verbindung starten oder anhalten</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Einlesen…</translation>
        </message>
        <message>
            <source>Add connections from a file</source>
            <translation>Verbindungen aus einer Datei hinzufügen</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Ausgeben…</translation>
        </message>
        <message>
            <source>Save all connections to a file, without passwords</source>
            <translation>Alle Verbindungen in eine Datei schreiben, ohne Passwörter</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>Löschen…</translation>
        </message>
        <message>
            <source>Delete the selected connection</source>
            <translation>Die gewählte Verbindung löschen</translation>
        </message>
        <message>
            <source>No connection yet</source>
            <translation>Noch keine Verbindung</translation>
        </message>
        <message>
            <source>Give the address of an MQTT broker; devices and signals appear by themselves.</source>
            <translation>Geben Sie die Adresse eines MQTT-Brokers an; Geräte und Signale erscheinen von selbst.</translation>
        </message>
        <message>
            <source>Add a connection</source>
            <translation>Eine Verbindung hinzufügen</translation>
        </message>
        <message>
            <source>Connections</source>
            <translation>Verbindungen</translation>
        </message>
        <message>
            <source>Pilothouse listens to nothing yet.</source>
            <translation>Pilothouse hört noch nichts.</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n connection(s) work.</source>
            <translation>
                <numerusform>%1 von %n Verbindung geht.</numerusform>
                <numerusform>%1 von %n Verbindungen gehen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n connection(s) work; %2 arrive.</source>
            <translation>
                <numerusform>%1 von %n Verbindung geht; %2 kommen an.</numerusform>
                <numerusform>%1 von %n Verbindungen gehen; %2 kommen an.</numerusform>
            </translation>
        </message>
        <message>
            <source>Import connections</source>
            <translation>Verbindungen einlesen</translation>
        </message>
        <message>
            <source>Connections (*.json);;All files (*)</source>
            <translation>Verbindungen (*.json);;Alle Dateien (*)</translation>
        </message>
        <message numerus="yes">
            <source>%n connection(s) added. They do not connect by themselves; enter their passwords first.</source>
            <translation>
                <numerusform>%n Verbindung hinzugefügt. Sie verbindet sich nicht von selbst; geben Sie erst ihr Passwort ein.</numerusform>
                <numerusform>%n Verbindungen hinzugefügt. Sie verbinden sich nicht von selbst; geben Sie erst ihre Passwörter ein.</numerusform>
            </translation>
        </message>
        <message>
            <source>Export connections</source>
            <translation>Verbindungen ausgeben</translation>
        </message>
        <message>
            <source>Connections (*.json)</source>
            <translation>Verbindungen (*.json)</translation>
        </message>
        <message>
            <source>Delete a connection</source>
            <translation>Eine Verbindung löschen</translation>
        </message>
        <message>
            <source>Delete the connection "%1" (%2)?</source>
            <translation>Die Verbindung „%1“ (%2) löschen?</translation>
        </message>
        <message>
            <source>Its password is forgotten. What it brought stays in the history.</source>
            <translation>Ihr Passwort wird vergessen. Was sie brachte, bleibt im Verlauf.</translation>
        </message>
        <message>
            <source>Delete connection</source>
            <translation>Verbindung löschen</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
    </context>
    <context>
        <name>ui::Dialogs</name>
        <message>
            <source>Glossary</source>
            <translation>Begriffe</translation>
        </message>
        <message>
            <source>Word</source>
            <translation>Wort</translation>
        </message>
        <message>
            <source>Meaning</source>
            <translation>Bedeutung</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>Aktion</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>Open a page of the navigation</source>
            <translation>Eine Seite der Navigation öffnen</translation>
        </message>
        <message>
            <source>Copy rows of a table as CSV</source>
            <translation>Zeilen einer Tabelle als CSV kopieren</translation>
        </message>
        <message>
            <source>Clear a filter, close a panel</source>
            <translation>Filter leeren, Tafel schließen</translation>
        </message>
        <message>
            <source>About Pilothouse</source>
            <translation>Über Pilothouse</translation>
        </message>
        <message>
            <source>An operations console for fleets of devices that think. Free software under the GNU General Public License, version 3 or later; there is no warranty.</source>
            <translation>Eine Leitkonsole für Flotten denkender Geräte. Freie Software unter der GNU General Public License, Version 3 oder neuer; ohne Gewähr.</translation>
        </message>
        <message>
            <source>Licences of the libraries</source>
            <translation>Lizenzen der Bibliotheken</translation>
        </message>
    </context>
    <context>
        <name>ui::FilterEdit</name>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Words, or field:value; a leading minus excludes; quotes keep spaces.</source>
            <translation>Wörter oder Feld:Wert; ein Minus davor schließt aus; Anführungszeichen halten Leerzeichen.</translation>
        </message>
    </context>
    <context>
        <name>ui::FleetSummary</name>
        <message>
            <source>No device has spoken yet</source>
            <translation>Noch kein Gerät hat sich gemeldet</translation>
        </message>
        <message>
            <source>No device has spoken yet; %n thing(s) need you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The one device is well</source>
            <translation>Dem einen Gerät geht es gut</translation>
        </message>
        <message>
            <source>All %1 devices are well</source>
            <translation>Allen %1 Geräten geht es gut</translation>
        </message>
        <message>
            <source>%1 of %2 devices are well; %3 need you</source>
            <translation>%1 von %2 Geräten geht es gut; %3 brauchen Sie</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1, since %2</source>
            <translation>%1, seit %2</translation>
        </message>
    </context>
    <context>
        <name>ui::HeatStrip</name>
        <message>
            <source>no data</source>
            <translation>keine Daten</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>%1, %2 to %3: %4</source>
            <translation>%1, %2 bis %3: %4</translation>
        </message>
    </context>
    <context>
        <name>ui::Histogram</name>
        <message>
            <source>Distribution of confidence</source>
            <translation>Verteilung der Sicherheit</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>share of answers</source>
            <translation>Anteil der Antworten</translation>
        </message>
        <message>
            <source>%1 to %2 %: %3 answers, %4 %</source>
            <translation>%1 bis %2 %: %3 Antworten, %4 %</translation>
        </message>
    </context>
    <context>
        <name>ui::LedgerTable</name>
        <message>
            <source>received</source>
            <translation>empfangen</translation>
        </message>
        <message>
            <source>Messages that reached Pilothouse.</source>
            <translation>Nachrichten, die Pilothouse erreichten.</translation>
        </message>
        <message>
            <source>bytes</source>
            <translation>Bytes</translation>
        </message>
        <message>
            <source>Topics and payloads of those messages.</source>
            <translation>Themen und Nutzlasten dieser Nachrichten.</translation>
        </message>
        <message>
            <source>decoded</source>
            <translation>gelesen</translation>
        </message>
        <message>
            <source>Messages that gave values, predictions or facts.</source>
            <translation>Nachrichten, die Werte, Vorhersagen oder Angaben brachten.</translation>
        </message>
        <message>
            <source>kept as they are</source>
            <translation>so behalten</translation>
        </message>
        <message>
            <source>Images, unknown binary, deletions: shown, not decoded.</source>
            <translation>Bilder, Unbekanntes, Löschungen: gezeigt, nicht gelesen.</translation>
        </message>
        <message>
            <source>undecodable</source>
            <translation>nicht lesbar</translation>
        </message>
        <message>
            <source>Messages that break the rules of their format; the reason is kept.</source>
            <translation>Nachrichten, die die Regeln ihres Formats brechen; der Grund bleibt erhalten.</translation>
        </message>
        <message>
            <source>samples</source>
            <translation>Messwerte</translation>
        </message>
        <message>
            <source>Values found in messages.</source>
            <translation>In Nachrichten gefundene Werte.</translation>
        </message>
        <message>
            <source>predictions</source>
            <translation>Vorhersagen</translation>
        </message>
        <message>
            <source>Answers of edge models found in messages.</source>
            <translation>In Nachrichten gefundene Antworten von Modellen.</translation>
        </message>
        <message>
            <source>late</source>
            <translation>verspätet</translation>
        </message>
        <message>
            <source>Values older than ones already here; put in their place.</source>
            <translation>Werte, älter als vorhandene; an ihren Platz gelegt.</translation>
        </message>
        <message>
            <source>duplicates</source>
            <translation>doppelt</translation>
        </message>
        <message>
            <source>Values that were here already; kept once.</source>
            <translation>Werte, die schon da waren; einmal behalten.</translation>
        </message>
        <message>
            <source>handed to the store</source>
            <translation>an den Verlauf gegeben</translation>
        </message>
        <message>
            <source>Values given to the history on disk.</source>
            <translation>Werte, die der Verlauf auf der Platte bekam.</translation>
        </message>
        <message>
            <source>transient</source>
            <translation>flüchtig</translation>
        </message>
        <message>
            <source>Values that their sender asks not to store.</source>
            <translation>Werte, die ihr Absender nicht gespeichert haben will.</translation>
        </message>
        <message>
            <source>cut by a limit</source>
            <translation>von einer Grenze gekürzt</translation>
        </message>
        <message>
            <source>Messages of which a part was left out; see Settings, limits.</source>
            <translation>Nachrichten, von denen ein Teil wegblieb; siehe Einstellungen, Grenzen.</translation>
        </message>
        <message>
            <source>coalesced</source>
            <translation>zusammengefasst</translation>
        </message>
        <message>
            <source>Live values replaced by newer ones before the screen drew them; none is missing in charts or history.</source>
            <translation>Werte, die vor dem Zeichnen durch neuere ersetzt wurden; in Diagrammen und Verlauf fehlt keiner.</translation>
        </message>
        <message>
            <source>topics not listed</source>
            <translation>Themen ohne Eintrag</translation>
        </message>
        <message>
            <source>Messages on topics beyond the limit of Explore; decoded all the same.</source>
            <translation>Nachrichten jenseits der Themengrenze von Erkunden; trotzdem gelesen.</translation>
        </message>
        <message>
            <source>restarts</source>
            <translation>Neustarts</translation>
        </message>
        <message>
            <source>Senders whose sequence numbers started over.</source>
            <translation>Absender, deren Folgenummern neu begannen.</translation>
        </message>
        <message>
            <source>lost: gaps</source>
            <translation>verloren: Lücken</translation>
        </message>
        <message>
            <source>Messages missing by their sequence number.</source>
            <translation>Nachrichten, die nach ihrer Folgenummer fehlen.</translation>
        </message>
        <message>
            <source>lost: dropped here</source>
            <translation>verloren: hier verworfen</translation>
        </message>
        <message>
            <source>Refused because this machine did not keep up.</source>
            <translation>Abgewiesen, weil dieser Rechner nicht mitkam.</translation>
        </message>
        <message>
            <source>lost: no room</source>
            <translation>verloren: kein Platz</translation>
        </message>
        <message>
            <source>Values refused because the limit of signals or devices was hit.</source>
            <translation>Werte, abgewiesen an der Grenze für Signale oder Geräte.</translation>
        </message>
        <message>
            <source>lost: by the broker</source>
            <translation>verloren: beim Broker</translation>
        </message>
        <message>
            <source>What the broker says it dropped since the connection began ($SYS); a dash when it does not tell.</source>
            <translation>Was der Broker nach eigener Aussage seit Beginn verwarf ($SYS); ein Strich, wenn er nichts sagt.</translation>
        </message>
        <message>
            <source>What became of every message</source>
            <translation>Was aus jeder Nachricht wurde</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>Zahl</translation>
        </message>
    </context>
    <context>
        <name>ui::LogModel</name>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Stufe</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>Teil</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>detail</source>
            <translation>Einzelheit</translation>
        </message>
        <message>
            <source>note</source>
            <translation>Hinweis</translation>
        </message>
        <message>
            <source>warning</source>
            <translation>Warnung</translation>
        </message>
        <message>
            <source>error</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <source>Filter, for example level:warning</source>
            <translation>Filter, zum Beispiel stufe:warnung</translation>
        </message>
    </context>
    <context>
        <name>ui::MainWindow</name>
        <message>
            <source>%1 – Pilothouse</source>
            <translation>%1 – Pilothouse</translation>
        </message>
    </context>
    <context>
        <name>ui::MappingEditor</name>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Mappings</source>
            <translation>Zuordnungen</translation>
        </message>
        <message>
            <source>Topic pattern</source>
            <translation>Themenmuster</translation>
        </message>
        <message>
            <source>Decoder</source>
            <translation>Leser</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Gerät</translation>
        </message>
        <message>
            <source>Signal</source>
            <translation>Signal</translation>
        </message>
        <message>
            <source>Time at</source>
            <translation>Zeit bei</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Einheit</translation>
        </message>
        <message>
            <source>Ignore</source>
            <translation>Übergehen</translation>
        </message>
        <message>
            <source>Device and signal may use {3} for the third level of the topic and {/a/b} for the JSON member at that pointer.</source>
            <translation>Gerät und Signal dürfen {3} für die dritte Ebene des Themas und {/a/b} für das JSON-Feld an diesem Zeiger nutzen.</translation>
        </message>
        <message>
            <source>Add a mapping</source>
            <translation>Zuordnung hinzufügen</translation>
        </message>
        <message>
            <source>Saved; holds for messages from now on.</source>
            <translation>Gespeichert; gilt für Nachrichten ab jetzt.</translation>
        </message>
    </context>
    <context>
        <name>ui::NavigationRail</name>
        <message>
            <source>Navigation</source>
            <translation>Navigation</translation>
        </message>
        <message>
            <source>%1 (Ctrl+%2)</source>
            <translation>%1 (Strg+%2)</translation>
        </message>
        <message>
            <source>Expand</source>
            <translation>Ausklappen</translation>
        </message>
        <message>
            <source>Collapse</source>
            <translation>Einklappen</translation>
        </message>
        <message>
            <source>Expand the navigation</source>
            <translation>Die Navigation ausklappen</translation>
        </message>
        <message>
            <source>Collapse the navigation</source>
            <translation>Die Navigation einklappen</translation>
        </message>
        <message>
            <source>%1 (Ctrl+B)</source>
            <translation>%1 (Strg+B)</translation>
        </message>
    </context>
    <context>
        <name>ui::NoticeBar</name>
        <message>
            <source>Dismiss the notice</source>
            <translation>Den Hinweis schließen</translation>
        </message>
    </context>
    <context>
        <name>ui::OverviewPage</name>
        <message>
            <source>Devices well</source>
            <translation>Geräte wohlauf</translation>
        </message>
        <message>
            <source>Messages in</source>
            <translation>Nachrichten</translation>
        </message>
        <message>
            <source>Messages lost since start</source>
            <translation>Verloren seit dem Start</translation>
        </message>
        <message>
            <source>Model confidence</source>
            <translation>Sicherheit der Modelle</translation>
        </message>
        <message>
            <source>Messages that break their format</source>
            <translation>Nachrichten, die ihr Format brechen</translation>
        </message>
        <message>
            <source>one row a device · orange: below the limit · hatched: no data</source>
            <translation>eine Zeile je Gerät · orange: unter der Grenze · schraffiert: keine Daten</translation>
        </message>
        <message>
            <source>Model confidence of each device over time</source>
            <translation>Sicherheit der Modelle je Gerät über die Zeit</translation>
        </message>
        <message>
            <source>No model has answered yet.</source>
            <translation>Noch hat kein Modell geantwortet.</translation>
        </message>
        <message>
            <source>Confidence shows here as soon as a message carries a label with a confidence.</source>
            <translation>Sicherheit erscheint hier, sobald eine Nachricht eine Bezeichnung mit Sicherheit trägt.</translation>
        </message>
        <message>
            <source>What needs you</source>
            <translation>Was Sie braucht</translation>
        </message>
        <message>
            <source>Nothing. All devices talk, no model has been unsure for long.</source>
            <translation>Nichts. Alle Geräte sprechen, kein Modell war länger unsicher.</translation>
        </message>
        <message>
            <source>Devices by site</source>
            <translation>Geräte je Standort</translation>
        </message>
        <message>
            <source>Models in the field</source>
            <translation>Modelle im Feld</translation>
        </message>
        <message>
            <source>Messages and losses</source>
            <translation>Nachrichten und Verluste</translation>
        </message>
        <message>
            <source>messages per second · red marks: lost</source>
            <translation>Nachrichten je Sekunde · rote Marken: verloren</translation>
        </message>
        <message>
            <source>Show model confidence of the last %1</source>
            <translation>Sicherheit der letzten %1 zeigen</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Überblick</translation>
        </message>
        <message>
            <source>Nothing is connected yet.</source>
            <translation>Noch ist nichts verbunden.</translation>
        </message>
        <message>
            <source>Connect to a broker: devices, signals and models appear by themselves.</source>
            <translation>Verbinden Sie sich mit einem Broker: Geräte, Signale und Modelle erscheinen von selbst.</translation>
        </message>
        <message>
            <source>Connections</source>
            <translation>Verbindungen</translation>
        </message>
        <message>
            <source>Connected, and silent so far.</source>
            <translation>Verbunden und bisher still.</translation>
        </message>
        <message>
            <source>No message has come yet. The subscriptions are on the Connections page.</source>
            <translation>Noch kam keine Nachricht. Die Abonnements stehen auf der Seite Verbindungen.</translation>
        </message>
        <message>
            <source>No connection is up.</source>
            <translation>Keine Verbindung steht.</translation>
        </message>
        <message>
            <source>of %1</source>
            <translation>von %1</translation>
        </message>
        <message>
            <source>msg/s</source>
            <translation>Nachr./s</translation>
        </message>
        <message>
            <source>lost</source>
            <translation>verloren</translation>
        </message>
        <message>
            <source>Missing by sequence number %1, refused here %2, dropped by brokers %3, beyond the signal cap %4.</source>
            <translation>Nach Folgenummer fehlend %1, hier abgewiesen %2, von Brokern verworfen %3, jenseits der Signalgrenze %4.</translation>
        </message>
        <message>
            <source>not told</source>
            <translation>nicht mitgeteilt</translation>
        </message>
        <message>
            <source>mean, %1 below</source>
            <translation>Mittel, %1 darunter</translation>
        </message>
        <message>
            <source>mean</source>
            <translation>Mittel</translation>
        </message>
        <message>
            <source>undecodable</source>
            <translation>nicht lesbar</translation>
        </message>
        <message>
            <source>received %1 · lost %2</source>
            <translation>empfangen %1 · verloren %2</translation>
        </message>
        <message>
            <source>%1 · stored %2 samples, %3 ms behind</source>
            <translation>%1 · %2 Messwerte gespeichert, %3 ms zurück</translation>
        </message>
        <message>
            <source>Model confidence, last %1</source>
            <translation>Sicherheit der Modelle, letzte %1</translation>
        </message>
    </context>
    <context>
        <name>ui::PageHeader</name>
        <message>
            <source>More actions</source>
            <translation>Weitere Aktionen</translation>
        </message>
    </context>
    <context>
        <name>ui::PaletteModel</name>
        <message>
            <source>page</source>
            <translation>Seite</translation>
        </message>
        <message>
            <source>action</source>
            <translation>Aktion</translation>
        </message>
        <message>
            <source>setting</source>
            <translation>Einstellung</translation>
        </message>
        <message>
            <source>connection</source>
            <translation>Verbindung</translation>
        </message>
        <message>
            <source>signal</source>
            <translation>Signal</translation>
        </message>
        <message>
            <source>device</source>
            <translation>Gerät</translation>
        </message>
        <message>
            <source>topic</source>
            <translation>Thema</translation>
        </message>
    </context>
    <context>
        <name>ui::Popups</name>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 ms</translation>
        </message>
        <message>
            <source>What became of every message since the start</source>
            <translation>Was seit dem Start aus jeder Nachricht wurde</translation>
        </message>
        <message>
            <source>received = decoded + kept + undecodable + ignored; what was dropped never entered.</source>
            <translation>empfangen = gelesen + behalten + nicht lesbar + übergangen; Verworfenes kam nie herein.</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Performance of the display</source>
            <translation>Leistung der Anzeige</translation>
        </message>
        <message>
            <source>Pages take data</source>
            <translation>Seiten holen Daten</translation>
        </message>
        <message>
            <source>... and are painted</source>
            <translation>... und werden gezeichnet</translation>
        </message>
        <message>
            <source>Tick to tick, 99 %</source>
            <translation>Takt zu Takt, 99 %</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Speicher</translation>
        </message>
        <message>
            <source>Samples in memory</source>
            <translation>Messwerte im Speicher</translation>
        </message>
        <message>
            <source>median %1, 99 % %2, worst %3</source>
            <translation>Mitte %1, 99 % %2, größte %3</translation>
        </message>
    </context>
    <context>
        <name>ui::RateChart</name>
        <message>
            <source>Messages per second</source>
            <translation>Nachrichten je Sekunde</translation>
        </message>
        <message>
            <source>%1  %2</source>
            <translation type="unfinished">%1: %2 {1 ?}</translation>
        </message>
        <message>
            <source>, %1 lost</source>
            <translation>, %1 verloren</translation>
        </message>
    </context>
    <context>
        <name>ui::RowView</name>
        <message>
            <source>Copy as CSV</source>
            <translation>Als CSV kopieren</translation>
        </message>
    </context>
    <context>
        <name>ui::SettingEditor</name>
        <message>
            <source>days</source>
            <translation>Tage</translation>
        </message>
        <message>
            <source>bytes</source>
            <translation>Bytes</translation>
        </message>
        <message>
            <source>As the desktop</source>
            <translation>Wie der Schreibtisch</translation>
        </message>
        <message>
            <source>Back to the default: %1</source>
            <translation>Zurück zur Vorgabe: %1</translation>
        </message>
        <message>
            <source>Back to the default</source>
            <translation>Zurück zur Vorgabe</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Hoher Kontrast</translation>
        </message>
    </context>
    <context>
        <name>ui::SettingsPage</name>
        <message>
            <source>Look and language</source>
            <translation>Aussehen und Sprache</translation>
        </message>
        <message>
            <source>What needs somebody</source>
            <translation>Was jemanden braucht</translation>
        </message>
        <message>
            <source>History and memory</source>
            <translation>Verlauf und Speicher</translation>
        </message>
        <message>
            <source>Limits against bad input</source>
            <translation>Grenzen gegen schlechte Eingaben</translation>
        </message>
        <message>
            <source>Search the settings</source>
            <translation>In den Einstellungen suchen</translation>
        </message>
        <message>
            <source>Reset all</source>
            <translation>Alles zurücksetzen</translation>
        </message>
        <message>
            <source>Set every preference back to its default</source>
            <translation>Jede Einstellung auf ihre Vorgabe setzen</translation>
        </message>
        <message>
            <source>Reset settings</source>
            <translation>Einstellungen zurücksetzen</translation>
        </message>
        <message numerus="yes">
            <source>Reset %n changed setting(s) to the default?</source>
            <translation>
                <numerusform>%n geänderte Einstellung auf die Vorgabe setzen?</numerusform>
                <numerusform>%n geänderte Einstellungen auf die Vorgabe setzen?</numerusform>
            </translation>
        </message>
        <message>
            <source>Connections, history and window layout stay.</source>
            <translation>Verbindungen, Verlauf und Fenster bleiben.</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Zurücksetzen</translation>
        </message>
        <message>
            <source>No setting has these words</source>
            <translation>Keine Einstellung enthält diese Wörter</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Everything is at its default. Changes apply at once.</source>
            <translation>Alles steht auf der Vorgabe. Änderungen gelten sofort.</translation>
        </message>
        <message numerus="yes">
            <source>%n setting(s) differ from the default. Changes apply at once.</source>
            <translation>
                <numerusform>%n Einstellung weicht von der Vorgabe ab. Änderungen gelten sofort.</numerusform>
                <numerusform>%n Einstellungen weichen von der Vorgabe ab. Änderungen gelten sofort.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::Shell</name>
        <message>
            <source>The last start ended while windows were being restored; the default layout is used this time.</source>
            <translation>Der letzte Start brach beim Wiederherstellen der Fenster ab; diesmal gilt die Vorgabe.</translation>
        </message>
    </context>
    <context>
        <name>ui::StatusLine</name>
        <message>
            <source>Status</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Progress of tasks</source>
            <translation>Fortschritt der Aufgaben</translation>
        </message>
        <message>
            <source>no connection</source>
            <translation>keine Verbindung</translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n weitere</numerusform>
                <numerusform>%n weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>lost</source>
            <translation>verloren</translation>
        </message>
        <message>
            <source>Messages and samples lost since the start. Click for what became of every message.</source>
            <translation>Nachrichten und Messwerte, seit dem Start verloren. Klicken zeigt, was aus jeder Nachricht wurde.</translation>
        </message>
        <message>
            <source>undecodable</source>
            <translation>nicht lesbar</translation>
        </message>
        <message>
            <source>Messages that break the rules of their format. Click for the last ones and why.</source>
            <translation>Nachrichten, die die Regeln ihres Formats brechen. Klicken zeigt die letzten und warum.</translation>
        </message>
        <message>
            <source>history</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>not stored</source>
            <translation>nicht gespeichert</translation>
        </message>
        <message>
            <source>This workspace keeps no history.</source>
            <translation>Dieser Arbeitsbereich führt keinen Verlauf.</translation>
        </message>
        <message>
            <source>store</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>cannot write</source>
            <translation>kann nicht schreiben</translation>
        </message>
        <message>
            <source>store behind</source>
            <translation>Verlauf zurück</translation>
        </message>
        <message>
            <source>%1 samples stored, %2 waiting, %3 on disk</source>
            <translation>%1 Messwerte gespeichert, %2 warten, %3 auf der Platte</translation>
        </message>
        <message>
            <source>tasks %1</source>
            <translation>Aufgaben %1</translation>
        </message>
        <message>
            <source>task</source>
            <translation>Aufgabe</translation>
        </message>
    </context>
    <context>
        <name>ui::Survey</name>
        <message>
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Nothing is being stored</source>
            <translation>Nichts wird gespeichert</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Open trend</source>
            <translation>Verlauf öffnen</translation>
        </message>
        <message>
            <source>Never heard live</source>
            <translation>Nie live gehört</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>Nicht erreichbar</translation>
        </message>
        <message>
            <source>Silent for %1</source>
            <translation>Still seit %1</translation>
        </message>
        <message>
            <source>It said goodbye or its link broke</source>
            <translation>Es verabschiedete sich oder seine Leitung brach</translation>
        </message>
        <message>
            <source>Usually talks every %1</source>
            <translation>Meldet sich sonst alle %1</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <source>Confidence %1 for %2</source>
            <translation>Sicherheit %1 seit %2</translation>
        </message>
        <message>
            <source>Its signals report bad quality</source>
            <translation>Seine Signale melden schlechte Güte</translation>
        </message>
        <message>
            <source>%1 of %2 devices with %3 are unsure: the model may be stale</source>
            <translation>%1 von %2 Geräten mit %3 sind unsicher: das Modell ist vielleicht veraltet</translation>
        </message>
        <message>
            <source>Only here: %1 is sure elsewhere, so look at sensor and site</source>
            <translation>Nur hier: %1 ist anderswo sicher, also Sensor und Standort prüfen</translation>
        </message>
        <message>
            <source>%1 may be stale, or what it sees has changed</source>
            <translation>%1 ist vielleicht veraltet, oder was es sieht, hat sich geändert</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <source>Talks, but its data is suspect</source>
            <translation>Spricht, aber seine Daten sind fraglich</translation>
        </message>
        <message>
            <source>Not connected</source>
            <translation>Nicht verbunden</translation>
        </message>
        <message>
            <source>Reconnecting</source>
            <translation>Verbindet neu</translation>
        </message>
        <message>
            <source>%1, %n device(s) stale</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ui::TableView</name>
        <message>
            <source>Column %1</source>
            <translation>Spalte %1</translation>
        </message>
        <message>
            <source>Copy as CSV</source>
            <translation>Als CSV kopieren</translation>
        </message>
    </context>
    <context>
        <name>ui::TaskCentre</name>
        <message>
            <source>Stopping</source>
            <translation>Hält an</translation>
        </message>
    </context>
    <context>
        <name>ui::TaskPopup</name>
        <message>
            <source>started %1</source>
            <translation>begonnen %1</translation>
        </message>
        <message>
            <source>Stop: %1</source>
            <translation>Anhalten: %1</translation>
        </message>
        <message>
            <source>Dismiss: %1</source>
            <translation>Schließen: %1</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>Aufgaben</translation>
        </message>
        <message>
            <source>Nothing is running.</source>
            <translation>Nichts läuft.</translation>
        </message>
    </context>
    <context>
        <name>ui::TestPanel</name>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>Port</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>Zertifikat</translation>
        </message>
        <message>
            <source>Login</source>
            <translation>Anmeldung</translation>
        </message>
        <message>
            <source>Subscription</source>
            <translation>Abonnement</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>Test the connection</source>
            <translation>Verbindung prüfen</translation>
        </message>
        <message>
            <source>Tries name, port, encryption, login and subscription one after the other and says what works.</source>
            <translation>Prüft Name, Port, Verschlüsselung, Anmeldung und Abonnement nacheinander und sagt, was geht.</translation>
        </message>
        <message>
            <source>Accept this one certificate…</source>
            <translation>Dieses eine Zertifikat annehmen…</translation>
        </message>
        <message>
            <source>Accept a certificate</source>
            <translation>Ein Zertifikat annehmen</translation>
        </message>
        <message>
            <source>Compare this fingerprint with the one that the broker's keeper gives you:
%1</source>
            <translation>Vergleichen Sie diesen Fingerabdruck mit dem, den der Betreiber des Brokers nennt:
%1</translation>
        </message>
        <message>
            <source>Only this certificate is accepted, for this connection only. When the server shows another one, the connection is refused.</source>
            <translation>Nur dieses Zertifikat wird angenommen, nur für diese Verbindung. Zeigt der Server ein anderes, wird abgelehnt.</translation>
        </message>
        <message>
            <source>The fingerprints are the same</source>
            <translation>Die Fingerabdrücke sind gleich</translation>
        </message>
    </context>
    <context>
        <name>ui::TopBar</name>
        <message>
            <source>Search or do…</source>
            <translation>Suchen oder tun…</translation>
        </message>
        <message>
            <source>Search for pages, devices, signals and actions</source>
            <translation>Seiten, Geräte, Signale und Aktionen suchen</translation>
        </message>
        <message>
            <source>%1 (Ctrl+K)</source>
            <translation>%1 (Strg+K)</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>Menü</translation>
        </message>
        <message>
            <source>Menu (F10)</source>
            <translation>Menü (F10)</translation>
        </message>
    </context>
    <context>
        <name>ui::WindowActions</name>
        <message>
            <source>&amp;Page</source>
            <translation>&amp;Seite</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <source>&amp;Go to</source>
            <translation>&amp;Gehe zu</translation>
        </message>
        <message>
            <source>&amp;Search or do…</source>
            <translation>&amp;Suchen oder tun…</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>Navigation shows icons &amp;only</source>
            <translation>Navigation zeigt nur S&amp;ymbole</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>&amp;Farben</translation>
        </message>
        <message>
            <source>As the &amp;desktop</source>
            <translation>Wie der &amp;Schreibtisch</translation>
        </message>
        <message>
            <source>&amp;Light theme</source>
            <translation>&amp;Helle Farben</translation>
        </message>
        <message>
            <source>D&amp;ark theme</source>
            <translation>&amp;Dunkle Farben</translation>
        </message>
        <message>
            <source>&amp;High contrast theme</source>
            <translation>Hoher &amp;Kontrast</translation>
        </message>
        <message>
            <source>La&amp;rger</source>
            <translation>&amp;Größer</translation>
        </message>
        <message>
            <source>S&amp;maller</source>
            <translation>&amp;Kleiner</translation>
        </message>
        <message>
            <source>&amp;Normal size</source>
            <translation>&amp;Normale Größe</translation>
        </message>
        <message>
            <source>&amp;Full screen</source>
            <translation>&amp;Vollbild</translation>
        </message>
        <message>
            <source>&amp;Window</source>
            <translation>&amp;Fenster</translation>
        </message>
        <message>
            <source>Open page in &amp;new window</source>
            <translation>Seite in &amp;neuem Fenster öffnen</translation>
        </message>
        <message>
            <source>&amp;Close window</source>
            <translation>Fenster s&amp;chließen</translation>
        </message>
        <message>
            <source>&amp;Reset layout</source>
            <translation>Anordnung &amp;zurücksetzen</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <source>What became of every &amp;message</source>
            <translation>Was aus jeder &amp;Nachricht wurde</translation>
        </message>
        <message>
            <source>&amp;Tasks</source>
            <translation>&amp;Aufgaben</translation>
        </message>
        <message>
            <source>&amp;Performance</source>
            <translation>&amp;Leistung</translation>
        </message>
        <message>
            <source>&amp;Log</source>
            <translation>&amp;Protokoll</translation>
        </message>
        <message>
            <source>&amp;Glossary</source>
            <translation>Be&amp;griffe</translation>
        </message>
        <message>
            <source>&amp;Keyboard shortcuts</source>
            <translation>&amp;Tastenkürzel</translation>
        </message>
        <message>
            <source>&amp;About Pilothouse</source>
            <translation>&amp;Über Pilothouse</translation>
        </message>
    </context>
</TS>
