<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AnalysisGrid</name>
    <message numerus="yes">
        <source>The window holds %n value(s); at least 2 are needed.</source>
        <translation>
            <numerusform>The window holds %n value; at least 2 are needed.</numerusform>
            <numerusform>The window holds %n values; at least 2 are needed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message numerus="yes">
        <source>%n signal(s) report bad quality.</source>
        <translation>
            <numerusform>%n signal report bad quality.</numerusform>
            <numerusform>%n signals report bad quality.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Explore</name>
    <message numerus="yes">
        <source>  … %n row(s) alike</source>
        <translation>
            <numerusform>  … %n row alike</numerusform>
            <numerusform>  … %n rows alike</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prediction(s)</source>
        <translation>
            <numerusform>%n prediction</numerusform>
            <numerusform>%n predictions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s) about devices</source>
        <translation>
            <numerusform>%n fact about devices</numerusform>
            <numerusform>%n facts about devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>expired %n day(s) ago</source>
        <translation>
            <numerusform>expired %n day ago</numerusform>
            <numerusform>expired %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>expires in %n day(s)</source>
        <translation>
            <numerusform>expires in %n day</numerusform>
            <numerusform>expires in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>%1, %n device(s) stale</source>
        <translation>
            <numerusform>%1, %n device stale</numerusform>
            <numerusform>%1, %n devices stale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No device has spoken yet; %n thing(s) need you</source>
        <translation>
            <numerusform>No device has spoken yet; %n thing needs you</numerusform>
            <numerusform>No device has spoken yet; %n things need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>connect::capture</name>
    <message numerus="yes">
        <source>%n MQTT packets are not whole in the capture and were skipped.</source>
        <translation>
            <numerusform>%n MQTT packet is not whole in the capture and was skipped.</numerusform>
            <numerusform>%n MQTT packets are not whole in the capture and were skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times bytes between MQTT packets are missing in the capture; reading went on at the next packet that could be recognised.</source>
        <translation>
            <numerusform>%n time bytes between MQTT packets are missing in the capture; reading went on at the next packet that could be recognised.</numerusform>
            <numerusform>%n times bytes between MQTT packets are missing in the capture; reading went on at the next packet that could be recognised.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n MQTT packets break the rules of MQTT and were skipped.</source>
        <translation>
            <numerusform>%n MQTT packet breaks the rules of MQTT and was skipped.</numerusform>
            <numerusform>%n MQTT packets break the rules of MQTT and were skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n MQTT packets are larger than %1 MiB and were skipped.</source>
        <translation>
            <numerusform>%n MQTT packet is larger than %1 MiB and was skipped.</numerusform>
            <numerusform>%n MQTT packets are larger than %1 MiB and were skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages name their topic by an alias that was agreed before the capture began, and were skipped.</source>
        <translation>
            <numerusform>%n message names its topic by an alias that was agreed before the capture began, and was skipped.</numerusform>
            <numerusform>%n messages name their topic by an alias that was agreed before the capture began, and were skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages give a payload format that MQTT does not know; the messages were kept without it.</source>
        <translation>
            <numerusform>%n message gives a payload format that MQTT does not know; the message was kept without it.</numerusform>
            <numerusform>%n messages give a payload format that MQTT does not know; the messages were kept without it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packets come from a kind of network that is not known here.</source>
        <translation>
            <numerusform>%n packet comes from a kind of network that is not known here.</numerusform>
            <numerusform>%n packets come from a kind of network that is not known here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n IP packets are fragments and were not put together.</source>
        <translation>
            <numerusform>%n IP packet is a fragment and was not put together.</numerusform>
            <numerusform>%n IP packets are fragments and were not put together.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packets have broken headers.</source>
        <translation>
            <numerusform>%n packet has broken headers.</numerusform>
            <numerusform>%n packets have broken headers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connections are encrypted (TLS) and cannot be read.</source>
        <translation>
            <numerusform>%n connection is encrypted (TLS) and cannot be read.</numerusform>
            <numerusform>%n connections are encrypted (TLS) and cannot be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sessions were under way when the capture began; their version of MQTT was inferred from their packets, and their client ids are not known.</source>
        <translation>
            <numerusform>%n session was under way when the capture began; its version of MQTT was inferred from its packets, and its client id is not known.</numerusform>
            <numerusform>%n sessions were under way when the capture began; their version of MQTT was inferred from their packets, and their client ids are not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n WebSocket connections could not be followed to their end (compressed, or bytes are missing).</source>
        <translation>
            <numerusform>%n WebSocket connection could not be followed to its end (compressed, or bytes are missing).</numerusform>
            <numerusform>%n WebSocket connections could not be followed to their end (compressed, or bytes are missing).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages are of sessions beyond the first %1 and are listed under the last of those.</source>
        <translation>
            <numerusform>%n message is of a session beyond the first %1 and is listed under the last of those.</numerusform>
            <numerusform>%n messages are of sessions beyond the first %1 and are listed under the last of those.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times more was incomplete at once than is kept; the incomplete packets were skipped.</source>
        <translation>
            <numerusform>%n time more was incomplete at once than is kept; the incomplete packets were skipped.</numerusform>
            <numerusform>%n times more was incomplete at once than is kept; the incomplete packets were skipped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>decode::Tr</name>
    <message numerus="yes">
        <source>%n file or byte metric(s), %1 bytes, kept as they are.</source>
        <translation>
            <numerusform>%n file or byte metric, %1 bytes, kept as they are.</numerusform>
            <numerusform>%n file or byte metrics, %1 bytes, kept as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>interchange::Tr</name>
    <message numerus="yes">
        <source>%n columns without name and values are left out.</source>
        <translation>
            <numerusform>%n column without name and values is left out.</numerusform>
            <numerusform>%n columns without name and values are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows were skipped, because their time cannot be read.</source>
        <translation>
            <numerusform>%n row was skipped, because its time cannot be read.</numerusform>
            <numerusform>%n rows were skipped, because their time cannot be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have fewer fields than there are columns; what is not there was left out.</source>
        <translation>
            <numerusform>%n row has fewer fields than there are columns; what is not there was left out.</numerusform>
            <numerusform>%n rows have fewer fields than there are columns; what is not there was left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have more fields than there are columns; the surplus was left out.</source>
        <translation>
            <numerusform>%n row has more fields than there are columns; the surplus was left out.</numerusform>
            <numerusform>%n rows have more fields than there are columns; the surplus was left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells of number columns are no numbers; they were kept as text.</source>
        <translation>
            <numerusform>%n cell of a number column is no number; it was kept as text.</numerusform>
            <numerusform>%n cells of number columns are no numbers; they were kept as text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts hold bytes that are not in the chosen encoding; those were replaced.</source>
        <translation>
            <numerusform>%n text holds bytes that are not in the chosen encoding; those were replaced.</numerusform>
            <numerusform>%n texts hold bytes that are not in the chosen encoding; those were replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are earlier than the row before them; they were kept in the order of the file.</source>
        <translation>
            <numerusform>%n row is earlier than the row before it; it was kept in the order of the file.</numerusform>
            <numerusform>%n rows are earlier than the row before them; they were kept in the order of the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows do not name their device; the name of the file stands for it.</source>
        <translation>
            <numerusform>%n row does not name its device; the name of the file stands for it.</numerusform>
            <numerusform>%n rows do not name their device; the name of the file stands for it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n samples are of signals that have no column and were left out.</source>
        <translation>
            <numerusform>%n sample is of a signal that has no column and was left out.</numerusform>
            <numerusform>%n samples are of signals that have no column and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n samples are of other quality than good; a table with one column per signal cannot say so.</source>
        <translation>
            <numerusform>%n sample is of other quality than good; a table with one column per signal cannot say so.</numerusform>
            <numerusform>%n samples are of other quality than good; a table with one column per signal cannot say so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines are empty; mosquitto_sub writes one with %J for a message that is not JSON, and that message is lost.</source>
        <translation>
            <numerusform>%n line is empty; mosquitto_sub writes one with %J for a message that is not JSON, and that message is lost.</numerusform>
            <numerusform>%n lines are empty; mosquitto_sub writes one with %J for a message that is not JSON, and that message is lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines are no JSON objects and were skipped.</source>
        <translation>
            <numerusform>%n line is no JSON object and was skipped.</numerusform>
            <numerusform>%n lines are no JSON objects and were skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines are longer than %1 MiB and were skipped.</source>
        <translation>
            <numerusform>%n line is longer than %1 MiB and was skipped.</numerusform>
            <numerusform>%n lines are longer than %1 MiB and were skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines have no topic and were skipped.</source>
        <translation>
            <numerusform>%n line has no topic and was skipped.</numerusform>
            <numerusform>%n lines have no topic and were skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines have no readable time (tst, time, timestamp or ts) and were skipped.</source>
        <translation>
            <numerusform>%n line has no readable time (tst, time, timestamp or ts) and was skipped.</numerusform>
            <numerusform>%n lines have no readable time (tst, time, timestamp or ts) and were skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payloads were binary and were not written whole by mosquitto_sub; those messages were skipped.</source>
        <translation>
            <numerusform>%n payload was binary and was not written whole by mosquitto_sub; that message was skipped.</numerusform>
            <numerusform>%n payloads were binary and were not written whole by mosquitto_sub; those messages were skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payloads are JSON that mosquitto_sub has written anew: the values are there, but not the sender&apos;s very bytes, and long numbers may be rounded.</source>
        <translation>
            <numerusform>%n payload is JSON that mosquitto_sub has written anew: the values are there, but not the sender&apos;s very bytes, and long numbers may be rounded.</numerusform>
            <numerusform>%n payloads are JSON that mosquitto_sub has written anew: the values are there, but not the sender&apos;s very bytes, and long numbers may be rounded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines have no payload that can be read and were skipped.</source>
        <translation>
            <numerusform>%n line has no payload that can be read and was skipped.</numerusform>
            <numerusform>%n lines have no payload that can be read and were skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages come from connections beyond the first %1 and are listed under the last of those.</source>
        <translation>
            <numerusform>%n message comes from a connection beyond the first %1 and is listed under the last of those.</numerusform>
            <numerusform>%n messages come from connections beyond the first %1 and are listed under the last of those.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunks are damaged (they cannot be unpacked) and were skipped.</source>
        <translation>
            <numerusform>%n chunk is damaged (it cannot be unpacked) and was skipped.</numerusform>
            <numerusform>%n chunks are damaged (they cannot be unpacked) and were skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunks are damaged (their checksum is wrong) and were skipped.</source>
        <translation>
            <numerusform>%n chunk is damaged (its checksum is wrong) and was skipped.</numerusform>
            <numerusform>%n chunks are damaged (their checksum is wrong) and were skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records contradict themselves and were skipped.</source>
        <translation>
            <numerusform>%n record contradicts itself and was skipped.</numerusform>
            <numerusform>%n records contradict themselves and were skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunks are compressed in a way that is not known here and were skipped.</source>
        <translation>
            <numerusform>%n chunk is compressed in a way that is not known here and was skipped.</numerusform>
            <numerusform>%n chunks are compressed in a way that is not known here and were skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records or chunks are larger than %1 MiB and were skipped.</source>
        <translation>
            <numerusform>%n record or chunk is larger than %1 MiB and was skipped.</numerusform>
            <numerusform>%n records or chunks are larger than %1 MiB and were skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages belong to channels that the file does not describe, and were skipped.</source>
        <translation>
            <numerusform>%n message belongs to a channel that the file does not describe, and was skipped.</numerusform>
            <numerusform>%n messages belong to channels that the file does not describe, and were skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages have a time beyond the year 2262 and were skipped.</source>
        <translation>
            <numerusform>%n message has a time beyond the year 2262 and was skipped.</numerusform>
            <numerusform>%n messages have a time beyond the year 2262 and were skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachments were passed over.</source>
        <translation>
            <numerusform>%n attachment was passed over.</numerusform>
            <numerusform>%n attachments were passed over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages were written without their MQTT 5 properties: each set of them needs a channel, and MCAP has no room for so many.</source>
        <translation>
            <numerusform>%n message was written without its MQTT 5 properties: each set of them needs a channel, and MCAP has no room for so many.</numerusform>
            <numerusform>%n messages were written without their MQTT 5 properties: each set of them needs a channel, and MCAP has no room for so many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages are older than 1970, which MCAP cannot say; they were written as of 1970-01-01.</source>
        <translation>
            <numerusform>%n message is older than 1970, which MCAP cannot say; it was written as of 1970-01-01.</numerusform>
            <numerusform>%n messages are older than 1970, which MCAP cannot say; they were written as of 1970-01-01.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recording::Recorder</name>
    <message numerus="yes">
        <source>%n message(s) could not be written.</source>
        <translation>
            <numerusform>%n message could not be written.</numerusform>
            <numerusform>%n messages could not be written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ConnectionDetail</name>
    <message numerus="yes">
        <source>%n message(s) shown</source>
        <translation>
            <numerusform>%n message shown</numerusform>
            <numerusform>%n messages shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ConnectionEditor</name>
    <message numerus="yes">
        <source>Pilothouse will connect to %1 and listen on %n topic filter(s).</source>
        <translation>
            <numerusform>Pilothouse will connect to %1 and listen on %n topic filter.</numerusform>
            <numerusform>Pilothouse will connect to %1 and listen on %n topic filters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ConnectionsPage</name>
    <message numerus="yes">
        <source>%1 of %n connection(s) work.</source>
        <translation>
            <numerusform>%1 of %n connection works.</numerusform>
            <numerusform>%1 of %n connections work.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n connection(s) work; %2 arrive.</source>
        <translation>
            <numerusform>%1 of %n connection works; %2 arrive.</numerusform>
            <numerusform>%1 of %n connections work; %2 arrive.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) added. They do not connect by themselves; enter their passwords first.</source>
        <translation>
            <numerusform>%n connection added. It does not connect by itself; enter its password first.</numerusform>
            <numerusform>%n connections added. They do not connect by themselves; enter their passwords first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DevicesPage</name>
    <message numerus="yes">
        <source>%1; %n gateway(s) carry them</source>
        <translation>
            <numerusform>%1; %n gateway carries them</numerusform>
            <numerusform>%1; %n gateways carry them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ExplorePage</name>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::OutlineModel</name>
    <message numerus="yes">
        <source>{ %n }</source>
        <translation>
            <numerusform>{ %n }</numerusform>
            <numerusform>{ %n }</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>[ %n ]</source>
        <translation>
            <numerusform>[ %n ]</numerusform>
            <numerusform>[ %n ]</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::OverviewPage</name>
    <message numerus="yes">
        <source>Everything talks and nothing was lost; %n model(s) are unsure at the moment.</source>
        <translation>
            <numerusform>Everything talks and nothing was lost; %n model is unsure at the moment.</numerusform>
            <numerusform>Everything talks and nothing was lost; %n models are unsure at the moment.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RecordingDetail</name>
    <message numerus="yes">
        <source>Damaged: %n part(s) cannot be read; %1 messages are missing. Everything else can be used.</source>
        <translation>
            <numerusform>Damaged: %n part cannot be read; %1 messages are missing. Everything else can be used.</numerusform>
            <numerusform>Damaged: %n parts cannot be read; %1 messages are missing. Everything else can be used.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RecordingDialog</name>
    <message numerus="yes">
        <source>Nothing is kept until you or an alarm trigger it; then the last %n minute(s) are kept, too.</source>
        <translation>
            <numerusform>Nothing is kept until you or an alarm trigger it; then the last minute is kept, too.</numerusform>
            <numerusform>Nothing is kept until you or an alarm trigger it; then the last %n minutes are kept, too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RecordingsPage</name>
    <message numerus="yes">
        <source>%n recording(s) under way.</source>
        <translation>
            <numerusform>%n recording under way.</numerusform>
            <numerusform>%n recordings under way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n armed, waiting for a trigger.</source>
        <translation>
            <numerusform>%n armed, waiting for a trigger.</numerusform>
            <numerusform>%n armed, waiting for a trigger.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) take %1.</source>
        <translation>
            <numerusform>%n file takes %1.</numerusform>
            <numerusform>%n files take %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read.</source>
        <translation>
            <numerusform>%n cannot be read.</numerusform>
            <numerusform>%n cannot be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ReplayBand</name>
    <message numerus="yes">
        <source>%n damaged part(s) left out</source>
        <translation>
            <numerusform>%n damaged part left out</numerusform>
            <numerusform>%n damaged parts left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SettingsPage</name>
    <message numerus="yes">
        <source>Reset %n changed setting(s) to the default?</source>
        <translation>
            <numerusform>Reset %n changed setting to the default?</numerusform>
            <numerusform>Reset %n changed settings to the default?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) differ from the default. Changes apply at once.</source>
        <translation>
            <numerusform>%n setting differs from the default. Changes apply at once.</numerusform>
            <numerusform>%n settings differ from the default. Changes apply at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
</TS>
