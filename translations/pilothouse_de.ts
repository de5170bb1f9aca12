<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AnalysisCorrelation</name>
    <message>
        <source>The two signals have %1 values in common; at least %2 are needed.</source>
        <translation>Die beiden Signale haben %1 Werte gemeinsam; mindestens %2 sind nötig.</translation>
    </message>
    <message>
        <source>One of the two signals never changes, so there is nothing to correlate.</source>
        <translation>Eines der beiden Signale ändert sich nie; da gibt es nichts zu korrelieren.</translation>
    </message>
    <message>
        <source>Each of the two signals needs at least 2 values in the window.</source>
        <translation>Jedes der beiden Signale braucht mindestens 2 Werte im Zeitfenster.</translation>
    </message>
    <message>
        <source>The two signals have no time in common.</source>
        <translation>Die beiden Signale haben keine gemeinsame Zeit.</translation>
    </message>
</context>
<context>
    <name>AnalysisExpression</name>
    <message>
        <source>The expression needs the samples of %1 signals, not of %2.</source>
        <translation>Der Ausdruck braucht die Messwerte von %1 Signalen, nicht von %2.</translation>
    </message>
    <message>
        <source>Character %1: %2</source>
        <translation>Zeichen %1: %2</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>“%1” is neither a number nor a duration; durations end in ns, us, ms, s, min, h or d.</source>
        <translation>„%1“ ist weder eine Zahl noch eine Dauer; eine Dauer endet auf ns, us, ms, s, min, h oder d.</translation>
    </message>
    <message>
        <source>The duration %1 is not between 1ns and 3650d.</source>
        <translation>Die Dauer %1 liegt nicht zwischen 1ns und 3650d.</translation>
    </message>
    <message>
        <source>The quotation mark %1 is not closed.</source>
        <translation>Das Anführungszeichen %1 wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>Two values are compared with ==, not with a single =.</source>
        <translation>Zwei Werte vergleicht man mit ==, nicht mit einem einzelnen =.</translation>
    </message>
    <message>
        <source>“%1” has no meaning in an expression.</source>
        <translation>„%1“ hat in einem Ausdruck keine Bedeutung.</translation>
    </message>
    <message>
        <source>The expression is longer than %1 characters.</source>
        <translation>Der Ausdruck ist länger als %1 Zeichen.</translation>
    </message>
    <message>
        <source>an operator or the end</source>
        <translation>ein Operator oder das Ende</translation>
    </message>
    <message>
        <source>The expression uses no signal, so there is nothing to compute it from.</source>
        <translation>Der Ausdruck nutzt kein Signal; es gibt also nichts, woraus er zu berechnen wäre.</translation>
    </message>
    <message>
        <source>The expression ends where %1 is expected.</source>
        <translation>Der Ausdruck endet, wo %1 erwartet wird.</translation>
    </message>
    <message>
        <source>“%1” stands where %2 is expected.</source>
        <translation>„%1“ steht, wo %2 erwartet wird.</translation>
    </message>
    <message>
        <source>The expression has more than %1 parts.</source>
        <translation>Der Ausdruck hat mehr als %1 Teile.</translation>
    </message>
    <message>
        <source>The expression is nested more than %1 levels deep.</source>
        <translation>Der Ausdruck ist tiefer als %1 Ebenen verschachtelt.</translation>
    </message>
    <message>
        <source>Comparisons cannot be chained; join two of them with “and”.</source>
        <translation>Vergleiche lassen sich nicht aneinanderreihen; verbinden Sie zwei mit „and“.</translation>
    </message>
    <message>
        <source>A text can only be compared with a signal itself.</source>
        <translation>Ein Text lässt sich nur mit einem Signal selbst vergleichen.</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>A text in single quotes can only stand behind == or !=; names of signals stand in double quotes.</source>
        <translation>Ein Text in einfachen Anführungszeichen kann nur hinter == oder != stehen; Namen von Signalen stehen in doppelten.</translation>
    </message>
    <message>
        <source>The duration stands where a value is expected; durations are only arguments of functions such as rolling_mean(x, 10s).</source>
        <translation>Die Dauer steht, wo ein Wert erwartet wird; eine Dauer ist nur als Argument von Funktionen wie rolling_mean(x, 10s) möglich.</translation>
    </message>
    <message>
        <source>a closing bracket</source>
        <translation>eine schließende Klammer</translation>
    </message>
    <message>
        <source>“%1” is a function: its arguments stand in brackets behind it.</source>
        <translation>„%1“ ist eine Funktion: Ihre Argumente stehen dahinter in Klammern.</translation>
    </message>
    <message>
        <source>The name of the signal is empty.</source>
        <translation>Der Name des Signals ist leer.</translation>
    </message>
    <message>
        <source>The expression uses more than %1 signals.</source>
        <translation>Der Ausdruck nutzt mehr als %1 Signale.</translation>
    </message>
    <message>
        <source>There is no function “%1”.</source>
        <translation>Die Funktion „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 is called as %2.</source>
        <translation>%1 wird als %2 aufgerufen.</translation>
    </message>
    <message>
        <source>a comma or a closing bracket</source>
        <translation>ein Komma oder eine schließende Klammer</translation>
    </message>
    <message>
        <source>%1 needs a signal inside.</source>
        <translation>%1 braucht ein Signal in der Klammer.</translation>
    </message>
    <message>
        <source>a duration such as 10s for %1</source>
        <translation>eine Dauer wie 10s für %1</translation>
    </message>
    <message>
        <source>a unit in quotes such as &quot;degC&quot;</source>
        <translation>eine Einheit in Anführungszeichen wie &quot;degC&quot;</translation>
    </message>
    <message>
        <source>a method in quotes such as &quot;mean&quot;</source>
        <translation>ein Verfahren in Anführungszeichen wie &quot;mean&quot;</translation>
    </message>
    <message>
        <source>“%1” is no method of resample; there are mean, min, max, last, linear and count.</source>
        <translation>„%1“ ist kein Verfahren von resample; es gibt mean, min, max, last, linear und count.</translation>
    </message>
    <message>
        <source>“%1” and “%2” are put together without a conversion.</source>
        <translation>„%1“ und „%2“ werden ohne Umrechnung miteinander verrechnet.</translation>
    </message>
    <message>
        <source>convert() expects “%1” but gets “%2”.</source>
        <translation>convert() erwartet „%1“, bekommt aber „%2“.</translation>
    </message>
</context>
<context>
    <name>AnalysisGrid</name>
    <message numerus="yes">
        <source>The window holds %n value(s); at least 2 are needed.</source>
        <translation>
            <numerusform>Das Zeitfenster hat %n Wert; mindestens 2 sind nötig.</numerusform>
            <numerusform>Das Zeitfenster hat %n Werte; mindestens 2 sind nötig.</numerusform>
        </translation>
    </message>
    <message>
        <source>The window ends before it begins.</source>
        <translation>Das Zeitfenster endet, bevor es beginnt.</translation>
    </message>
    <message>
        <source>At this interval the window has %1 points, more than %2; choose a longer interval or a shorter window.</source>
        <translation>Bei diesem Abstand hat das Zeitfenster %1 Punkte, mehr als %2; wählen Sie einen größeren Abstand oder ein kürzeres Zeitfenster.</translation>
    </message>
</context>
<context>
    <name>AnalysisHistogram</name>
    <message>
        <source>There is no value to count in this window.</source>
        <translation>In diesem Zeitfenster gibt es keinen Wert zu zählen.</translation>
    </message>
    <message>
        <source>A histogram has at most %1 bins, not %2.</source>
        <translation>Ein Histogramm hat höchstens %1 Klassen, nicht %2.</translation>
    </message>
    <message>
        <source>The range of a histogram goes from a number to a greater one, not from %1 to %2.</source>
        <translation>Der Bereich eines Histogramms geht von einer Zahl zu einer größeren, nicht von %1 bis %2.</translation>
    </message>
</context>
<context>
    <name>AnalysisSpectrum</name>
    <message>
        <source>Segments overlap by 0 to 0.95, not by %1.</source>
        <translation>Abschnitte überlappen sich um 0 bis 0,95, nicht um %1.</translation>
    </message>
    <message>
        <source>A spectrum needs segments of %1 points or more, and no more than the %2 points of the window.</source>
        <translation>Ein Spektrum braucht Abschnitte von mindestens %1 Punkten und höchstens den %2 Punkten des Zeitfensters.</translation>
    </message>
</context>
<context>
    <name>AnalysisUnits</name>
    <message>
        <source>temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>pressure</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>mass</source>
        <translation>Masse</translation>
    </message>
    <message>
        <source>mass per volume</source>
        <translation>Masse je Volumen</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>acceleration</source>
        <translation>Beschleunigung</translation>
    </message>
    <message>
        <source>volume flow</source>
        <translation>Volumenstrom</translation>
    </message>
    <message>
        <source>mass flow</source>
        <translation>Massenstrom</translation>
    </message>
    <message>
        <source>force</source>
        <translation>Kraft</translation>
    </message>
    <message>
        <source>torque</source>
        <translation>Drehmoment</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>power</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>apparent power</source>
        <translation>Scheinleistung</translation>
    </message>
    <message>
        <source>reactive power</source>
        <translation>Blindleistung</translation>
    </message>
    <message>
        <source>angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>frequency</source>
        <translation>Frequenz</translation>
    </message>
    <message>
        <source>a ratio</source>
        <translation>ein Verhältnis</translation>
    </message>
    <message>
        <source>an amount of data</source>
        <translation>eine Datenmenge</translation>
    </message>
    <message>
        <source>a data rate</source>
        <translation>eine Datenrate</translation>
    </message>
    <message>
        <source>voltage</source>
        <translation>Spannung</translation>
    </message>
    <message>
        <source>current</source>
        <translation>Stromstärke</translation>
    </message>
    <message>
        <source>resistance</source>
        <translation>Widerstand</translation>
    </message>
    <message>
        <source>conductance</source>
        <translation>Leitwert</translation>
    </message>
    <message>
        <source>charge</source>
        <translation>Ladung</translation>
    </message>
    <message>
        <source>capacitance</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>inductance</source>
        <translation>Induktivität</translation>
    </message>
    <message>
        <source>illuminance</source>
        <translation>Beleuchtungsstärke</translation>
    </message>
    <message>
        <source>“%1” is not a unit that is known here.</source>
        <translation>„%1“ ist keine hier bekannte Einheit.</translation>
    </message>
    <message>
        <source>“%1” (%2) cannot be converted to “%3” (%4).</source>
        <translation>„%1“ (%2) lässt sich nicht in „%3“ (%4) umrechnen.</translation>
    </message>
</context>
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
        <source>The connection &quot;%1&quot; is read-only: allow publishing in its settings first.</source>
        <translation>Die Verbindung &quot;%1&quot; liest nur: erlauben Sie zuerst in ihren Einstellungen das Senden.</translation>
    </message>
    <message>
        <source>QoS must be 0, 1 or 2.</source>
        <translation>QoS muss 0, 1 oder 2 sein.</translation>
    </message>
    <message>
        <source>The message of %1 bytes is larger than the %2 bytes that &quot;%3&quot; takes.</source>
        <translation>Die Nachricht von %1 Bytes ist größer als die %2 Bytes, die &quot;%3&quot; annimmt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not connected; nothing was published.</source>
        <translation>„%1“ ist nicht verbunden; nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of a Sparkplug edge node.</source>
        <translation>&quot;%1&quot; ist kein Name eines Sparkplug-Knotens.</translation>
    </message>
</context>
<context>
    <name>Confidence</name>
    <message>
        <source>not named</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>Below %1 for %2, longest %3</source>
        <translation>Seit %2 unter %1, am längsten %3</translation>
    </message>
    <message>
        <source>Above %1 now; was below for %2 at most, %3 in all</source>
        <translation>Jetzt über %1; war höchstens %2 darunter, insgesamt %3</translation>
    </message>
    <message>
        <source>Above %1 now; single answers were below</source>
        <translation>Jetzt über %1; einzelne Antworten lagen darunter</translation>
    </message>
    <message>
        <source>Never below %1</source>
        <translation>Nie unter %1</translation>
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
        <translation>Die Datei %1 ist nicht lesbar oder hat keine Kopfzeile.</translation>
    </message>
    <message>
        <source>The file %1 has no column named &quot;%2&quot;.</source>
        <translation>Die Datei %1 hat keine Spalte namens &quot;%2&quot;.</translation>
    </message>
</context>
<context>
    <name>DerivedSignals</name>
    <message>
        <source>There are more signals already than the settings allow.</source>
        <translation>Es gibt schon mehr Signale, als die Einstellungen erlauben.</translation>
    </message>
    <message>
        <source>A window of the expression would hold too many samples: %1 left it early, so the values are not complete. Use a shorter window.</source>
        <translation>Ein Zeitfenster des Ausdrucks hätte zu viele Messwerte: %1 fielen früh heraus, die Werte sind also unvollständig. Nehmen Sie ein kürzeres Zeitfenster.</translation>
    </message>
    <message>
        <source>The derived signal has no name.</source>
        <translation>Das abgeleitete Signal hat keinen Namen.</translation>
    </message>
    <message>
        <source>The name is longer than %1 characters.</source>
        <translation>Der Name ist länger als %1 Zeichen.</translation>
    </message>
    <message>
        <source>There is another derived signal &quot;%1&quot;.</source>
        <translation>Es gibt schon ein abgeleitetes Signal &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>There are more than %1 derived signals.</source>
        <translation>Es gibt mehr als %1 abgeleitete Signale.</translation>
    </message>
    <message>
        <source>Derived signals</source>
        <translation>Abgeleitete Signale</translation>
    </message>
    <message>
        <source>A derived signal has no name or no expression.</source>
        <translation>Ein abgeleitetes Signal hat keinen Namen oder keinen Ausdruck.</translation>
    </message>
    <message>
        <source>The expression uses no signal, so there is nothing to compute it from.</source>
        <translation>Der Ausdruck nutzt kein Signal; es gibt also nichts, woraus er zu berechnen wäre.</translation>
    </message>
    <message>
        <source>%1 is no signal; write &quot;device/signal&quot; in double quotes.</source>
        <translation>%1 ist kein Signal; schreiben Sie &quot;Gerät/Signal&quot; in doppelten Anführungszeichen.</translation>
    </message>
    <message>
        <source>It is computed from itself: %1. One of them must use another signal.</source>
        <translation>Es wird aus sich selbst berechnet: %1. Eines davon muss ein anderes Signal nutzen.</translation>
    </message>
    <message>
        <source>The derived signals were not written to &quot;%1&quot;: %2.</source>
        <translation>Die abgeleiteten Signale wurden nicht nach &quot;%1&quot; geschrieben: %2.</translation>
    </message>
    <message>
        <source>The derived signals in &quot;%1&quot; cannot be read: %2.</source>
        <translation>Die abgeleiteten Signale in &quot;%1&quot; sind nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is too large to be a file of derived signals.</source>
        <translation>&quot;%1&quot; ist zu groß für eine Datei mit abgeleiteten Signalen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a file of derived signals: %2.</source>
        <translation>&quot;%1&quot; ist keine Datei mit abgeleiteten Signalen: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a file of derived signals.</source>
        <translation>&quot;%1&quot; ist keine Datei mit abgeleiteten Signalen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was written by a newer version of this program.</source>
        <translation>&quot;%1&quot; wurde von einer neueren Version dieses Programms geschrieben.</translation>
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
    <message>
        <source>well</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>schläft</translation>
    </message>
    <message>
        <source>suspect</source>
        <translation>fraglich</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>Known from retained messages; nothing live yet.</source>
        <translation>Aus behaltenen Nachrichten bekannt; noch nichts live.</translation>
    </message>
    <message>
        <source>It said that it sleeps.</source>
        <translation>Es sagte, dass es schläft.</translation>
    </message>
    <message>
        <source>Its edge node started anew; its own birth is awaited.</source>
        <translation>Sein Knoten hat neu begonnen; auf seine eigene Anmeldung wird gewartet.</translation>
    </message>
    <message>
        <source>Silent for longer than %1 s.</source>
        <translation>Still länger als %1 s.</translation>
    </message>
    <message>
        <source>Messages of edge node %1 are missing.</source>
        <translation>Nachrichten des Knotens %1 fehlen.</translation>
    </message>
    <message>
        <source>Edge node %1 publishes, but its birth was not seen or does not name all it publishes.</source>
        <translation>Der Knoten %1 sendet, aber seine Anmeldung wurde nicht gesehen oder nennt nicht alles, was er sendet.</translation>
    </message>
    <message>
        <source>It was asked to be born again.</source>
        <translation>Er wurde gebeten, sich neu anzumelden.</translation>
    </message>
    <message>
        <source>This connection may not ask for it (it is read-only, or its settings say so), so the node&apos;s next birth is awaited.</source>
        <translation>Diese Verbindung darf nicht darum bitten (sie liest nur, oder ihre Einstellungen verbieten es); die nächste Anmeldung des Knotens wird abgewartet.</translation>
    </message>
</context>
<context>
    <name>Explore</name>
    <message>
        <source>The same as the message before.</source>
        <translation>Gleich der vorigen Nachricht.</translation>
    </message>
    <message numerus="yes">
        <source>  … %n row(s) alike</source>
        <translation>
            <numerusform>  … %n Zeile gleich</numerusform>
            <numerusform>  … %n Zeilen gleich</numerusform>
        </translation>
    </message>
    <message>
        <source>  … and more rows that differ</source>
        <translation>  … und weitere abweichende Zeilen</translation>
    </message>
    <message>
        <source>Not CBOR: it breaks at byte %1.</source>
        <translation>Kein CBOR: es bricht bei Byte %1 ab.</translation>
    </message>
    <message>
        <source>Not JSON: it breaks at byte %1.</source>
        <translation>Kein JSON: es bricht bei Byte %1 ab.</translation>
    </message>
    <message>
        <source>true</source>
        <translation>wahr</translation>
    </message>
    <message>
        <source>false</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>as received</source>
        <translation>wie empfangen</translation>
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
        <source>Decoded as %1: %2, %3, %4.</source>
        <translation>Gelesen als %1: %2, %3, %4.</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n Messwert</numerusform>
            <numerusform>%n Messwerte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prediction(s)</source>
        <translation>
            <numerusform>%n Vorhersage</numerusform>
            <numerusform>%n Vorhersagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s) about devices</source>
        <translation>
            <numerusform>%n Angabe zu Geräten</numerusform>
            <numerusform>%n Angaben zu Geräten</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept, not decoded. %1</source>
        <translation>Behalten, nicht gelesen. %1</translation>
    </message>
    <message>
        <source>Not decodable as %1: %2</source>
        <translation>Nicht lesbar als %1: %2</translation>
    </message>
    <message>
        <source> The first 1,000 are shown.</source>
        <translation> Die ersten 1.000 werden gezeigt.</translation>
    </message>
    <message>
        <source>Not a JPEG or PNG image.</source>
        <translation>Kein JPEG- oder PNG-Bild.</translation>
    </message>
    <message>
        <source>The image is damaged or has more than 40 million pixels: not shown.</source>
        <translation>Das Bild ist beschädigt oder hat über 40 Millionen Bildpunkte: nicht gezeigt.</translation>
    </message>
    <message>
        <source>The image is damaged: %1</source>
        <translation>Das Bild ist beschädigt: %1</translation>
    </message>
    <message>
        <source>%1, %2 × %3 pixels</source>
        <translation>%1, %2 × %3 Bildpunkte</translation>
    </message>
</context>
<context>
    <name>FleetOptions</name>
    <message>
        <source>A rehearsal fleet: devices with physics and edge models that speak the real protocols.
Faults at run time: publish {&quot;fault&quot;:&quot;drift&quot;,&quot;device&quot;:&quot;pump-01&quot;,&quot;after&quot;:0,&quot;seconds&quot;:120}
or {&quot;clear&quot;:&quot;pump-01&quot;} to rehearsal/fault; the answer comes on rehearsal/status.</source>
        <translation>Eine Übungsflotte: Geräte mit Physik und Edge-Modellen, die die echten Protokolle sprechen.
Fehler zur Laufzeit: {&quot;fault&quot;:&quot;drift&quot;,&quot;device&quot;:&quot;pump-01&quot;,&quot;after&quot;:0,&quot;seconds&quot;:120}
oder {&quot;clear&quot;:&quot;pump-01&quot;} an rehearsal/fault senden; die Antwort kommt auf rehearsal/status.</translation>
    </message>
    <message>
        <source>Broker, mqtt://HOST[:PORT].</source>
        <translation>Broker, mqtt://HOST[:PORT].</translation>
    </message>
    <message>
        <source>User name; the password comes from the environment variable PILOTHOUSE_FLEET_PASSWORD.</source>
        <translation>Benutzername; das Kennwort kommt aus der Umgebungsvariablen PILOTHOUSE_FLEET_PASSWORD.</translation>
    </message>
    <message>
        <source>How many devices.</source>
        <translation>Wie viele Geräte.</translation>
    </message>
    <message>
        <source>Messages of each device per second.</source>
        <translation>Nachrichten jedes Geräts je Sekunde.</translation>
    </message>
    <message>
        <source>Physics and scenario run X times faster; with --csv the rows, or &quot;max&quot;.</source>
        <translation>Physik und Ablauf laufen X-mal schneller; mit --csv die Zeilen, oder &quot;max&quot;.</translation>
    </message>
    <message>
        <source>Stop after N seconds.</source>
        <translation>Nach N Sekunden aufhören.</translation>
    </message>
    <message>
        <source>Seed of everything random.</source>
        <translation>Startwert für alles Zufällige.</translation>
    </message>
    <message>
        <source>calm: nothing is wrong; lively: a stale model, a drifting and a stuck sensor, a flapping link.</source>
        <translation>calm: nichts fehlt; lively: ein veraltetes Modell, ein driftender und ein klemmender Sensor, eine wackelige Verbindung.</translation>
    </message>
    <message>
        <source>KIND:DEVICE[:AT[:DURATION]], seconds; KIND is drift, stuck, noise, dropout, overconfident, flapping or anomaly; DEVICE may be *. May be given again.</source>
        <translation>KIND:DEVICE[:AT[:DURATION]], Sekunden; KIND ist drift, stuck, noise, dropout, overconfident, flapping oder anomaly; DEVICE darf * sein. Mehrfach erlaubt.</translation>
    </message>
    <message>
        <source>Print the devices with kind, site, protocol and model, and stop.</source>
        <translation>Die Geräte mit Art, Standort, Protokoll und Modell ausgeben und aufhören.</translation>
    </message>
    <message>
        <source>Stream the rows of this file instead.</source>
        <translation>Stattdessen die Zeilen dieser Datei senden.</translation>
    </message>
    <message>
        <source>Topic of --csv.</source>
        <translation>Thema für --csv.</translation>
    </message>
    <message>
        <source>Column that names the device; it is appended to the topic.</source>
        <translation>Spalte, die das Gerät nennt; sie wird an das Thema gehängt.</translation>
    </message>
    <message>
        <source>Column that holds the time (found by itself otherwise).</source>
        <translation>Spalte mit der Zeit (sonst selbst gefunden).</translation>
    </message>
    <message>
        <source>Start over at the end of the file, times moved on.</source>
        <translation>Am Ende der Datei von vorn beginnen, mit weiterlaufenden Zeiten.</translation>
    </message>
    <message>
        <source>json or senml.</source>
        <translation>json oder senml.</translation>
    </message>
    <message>
        <source>Stamp rows with the present instead of the file&apos;s time.</source>
        <translation>Zeilen mit der Gegenwart statt der Zeit der Datei stempeln.</translation>
    </message>
    <message>
        <source>Print training rows of pump, hvac, meter, vibration or camera as CSV, and stop.</source>
        <translation>Trainingszeilen von pump, hvac, meter, vibration oder camera als CSV ausgeben und aufhören.</translation>
    </message>
    <message>
        <source>How many training rows.</source>
        <translation>Wie viele Trainingszeilen.</translation>
    </message>
    <message>
        <source>Operating range of training rows: field or commissioning.</source>
        <translation>Betriebsbereich der Trainingszeilen: field oder commissioning.</translation>
    </message>
    <message>
        <source>--%1 takes a number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>--%1 nimmt eine Zahl von %2 bis %3, nicht &quot;%4&quot;.</translation>
    </message>
    <message>
        <source>--url takes mqtt://HOST[:PORT], not &quot;%1&quot;.</source>
        <translation>--url nimmt mqtt://HOST[:PORT], nicht &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>--scenario is calm or lively, not &quot;%1&quot;.</source>
        <translation>--scenario ist calm oder lively, nicht &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>--format is json or senml, not &quot;%1&quot;.</source>
        <translation>--format ist json oder senml, nicht &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>--topic takes a topic to publish to, without + and #.</source>
        <translation>--topic nimmt ein Thema zum Senden, ohne + und #.</translation>
    </message>
    <message>
        <source>--training-data takes pump, hvac, meter, vibration or camera, not &quot;%1&quot;.</source>
        <translation>--training-data nimmt pump, hvac, meter, vibration oder camera, nicht &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>--range is field or commissioning, not &quot;%1&quot;.</source>
        <translation>--range ist field oder commissioning, nicht &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>The fault &quot;%1&quot; is not KIND:DEVICE[:AT[:DURATION]], as in drift:pump-01:30:120.</source>
        <translation>Der Fehler &quot;%1&quot; ist nicht KIND:DEVICE[:AT[:DURATION]] wie in drift:pump-01:30:120.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an option; --help lists them.</source>
        <translation>&quot;%1&quot; ist keine Option; --help nennt sie.</translation>
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
        <translation>Das Modell %1 nennt seine Klassen, Mittelwerte und Abweichungen nicht.</translation>
    </message>
    <message>
        <source>The model %1 cannot be read: %2.</source>
        <translation>Das Modell %1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>The model %1 needs exactly one float32 input and at least one output to run here.</source>
        <translation>Das Modell %1 braucht genau einen float32-Eingang und mindestens einen Ausgang, um hier zu laufen.</translation>
    </message>
    <message>
        <source>The input of model %1 has an open or oversized dimension besides its batch; export it with fixed sizes.</source>
        <translation>Der Eingang des Modells %1 hat außer dem Stapel ein offenes oder zu großes Maß; geben Sie es mit festen Größen aus.</translation>
    </message>
    <message>
        <source>OpenCV cannot load the model %1: %2</source>
        <translation>OpenCV kann das Modell %1 nicht laden: %2</translation>
    </message>
    <message>
        <source>The model %1 takes %2 numbers a row; %3 numbers for %4 rows do not fit.</source>
        <translation>Das Modell %1 nimmt %2 Zahlen je Zeile; %3 Zahlen für %4 Zeilen passen nicht.</translation>
    </message>
    <message>
        <source>The model %1 has no output named %2.</source>
        <translation>Das Modell %1 hat keinen Ausgang namens %2.</translation>
    </message>
    <message>
        <source>The output %1 of model %2 is not float32.</source>
        <translation>Der Ausgang %1 des Modells %2 ist nicht float32.</translation>
    </message>
    <message>
        <source>The model %1 failed while running: %2</source>
        <translation>Das Modell %1 brach beim Rechnen ab: %2</translation>
    </message>
</context>
<context>
    <name>MosquittoEngine</name>
    <message>
        <source>libmosquitto cannot be set up: %1.</source>
        <translation>libmosquitto lässt sich nicht einrichten: %1.</translation>
    </message>
    <message>
        <source>libmosquitto does not accept the connection&apos;s settings: %1.</source>
        <translation>libmosquitto nimmt die Einstellungen der Verbindung nicht an: %1.</translation>
    </message>
    <message>
        <source>libmosquitto cannot start: %1.</source>
        <translation>libmosquitto startet nicht: %1.</translation>
    </message>
    <message>
        <source>The subscription was not sent: %1.</source>
        <translation>Das Abonnement wurde nicht gesendet: %1.</translation>
    </message>
    <message>
        <source>The message was not sent: %1.</source>
        <translation>Die Nachricht wurde nicht gesendet: %1.</translation>
    </message>
</context>
<context>
    <name>OnnxInfo</name>
    <message>
        <source>The model file is larger than 512 MiB; it was not read.</source>
        <translation>Die Modelldatei ist größer als 512 MiB; sie wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The model file is damaged, or its graph has more parts than Pilothouse accepts; fetch the file again.</source>
        <translation>Die Modelldatei ist beschädigt, oder ihr Graph hat mehr Teile, als Pilothouse annimmt; holen Sie sie neu.</translation>
    </message>
    <message>
        <source>The file is not an ONNX model, or it is cut short; check where it comes from.</source>
        <translation>Die Datei ist kein ONNX-Modell oder abgeschnitten; prüfen Sie, woher sie kommt.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>its model</source>
        <translation>sein Modell</translation>
    </message>
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
        <translation>Offline</translation>
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
    <message numerus="yes">
        <source>%1, %n device(s) stale</source>
        <translation>
            <numerusform>%1, %n Gerät veraltet</numerusform>
            <numerusform>%1, %n Geräte veraltet</numerusform>
        </translation>
    </message>
    <message>
        <source>No site</source>
        <translation>Ohne Standort</translation>
    </message>
    <message>
        <source>No device has spoken yet</source>
        <translation>Noch kein Gerät hat sich gemeldet</translation>
    </message>
    <message numerus="yes">
        <source>No device has spoken yet; %n thing(s) need you</source>
        <translation>
            <numerusform>Noch hat kein Gerät gesprochen; %n Sache braucht Sie</numerusform>
            <numerusform>Noch hat kein Gerät gesprochen; %n Sachen brauchen Sie</numerusform>
        </translation>
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
        <source>%1 of %2 devices are well</source>
        <translation>%1 von %2 Geräten sind in Ordnung</translation>
    </message>
    <message>
        <source>%1; 1 needs you</source>
        <translation>%1; 1 braucht Sie</translation>
    </message>
    <message>
        <source>%1; %2 need you</source>
        <translation>%1; %2 brauchen Sie</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
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
        <translation>Seit</translation>
    </message>
    <message>
        <source>Likely cause</source>
        <translation>Wahrscheinlicher Grund</translation>
    </message>
    <message>
        <source>%1 priority</source>
        <translation>Dringlichkeit %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Suspect</source>
        <translation>Fraglich</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>msg/s</source>
        <translation>Nachr./s</translation>
    </message>
    <message>
        <source>Last 2 min</source>
        <translation>Letzte 2 min</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
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
        <translation>Unter %1</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>The mean is above the limit, but a device is below it.</source>
        <translation>Das Mittel liegt über der Grenze, aber ein Gerät liegt darunter.</translation>
    </message>
</context>
<context>
    <name>Packet</name>
    <message>
        <source>nothing is wrong</source>
        <translation>nichts ist falsch</translation>
    </message>
    <message>
        <source>it ends in the middle of a field</source>
        <translation>es endet mitten in einem Feld</translation>
    </message>
    <message>
        <source>there are bytes behind its last field</source>
        <translation>hinter dem letzten Feld stehen noch Bytes</translation>
    </message>
    <message>
        <source>reserved bits are set</source>
        <translation>reservierte Bits sind gesetzt</translation>
    </message>
    <message>
        <source>the packet id is 0</source>
        <translation>die Paketnummer ist 0</translation>
    </message>
    <message>
        <source>the reason code is not one of the standard</source>
        <translation>der Grundcode steht nicht im Standard</translation>
    </message>
    <message>
        <source>a text is not valid UTF-8 for MQTT</source>
        <translation>ein Text ist kein gültiges UTF-8 für MQTT</translation>
    </message>
    <message>
        <source>the topic is empty or has wildcards</source>
        <translation>das Thema ist leer oder hat Platzhalter</translation>
    </message>
    <message>
        <source>the QoS bits are invalid</source>
        <translation>die QoS-Bits sind ungültig</translation>
    </message>
    <message>
        <source>a property runs beyond its end</source>
        <translation>eine Eigenschaft reicht über ihr Ende hinaus</translation>
    </message>
    <message>
        <source>a property does not belong there</source>
        <translation>eine Eigenschaft gehört nicht dorthin</translation>
    </message>
    <message>
        <source>a property is given twice</source>
        <translation>eine Eigenschaft ist doppelt</translation>
    </message>
    <message>
        <source>a property has a value that is not allowed</source>
        <translation>eine Eigenschaft hat einen unerlaubten Wert</translation>
    </message>
    <message>
        <source>it uses a topic alias although none was allowed</source>
        <translation>es benutzt ein Themenkürzel, obwohl keines erlaubt war</translation>
    </message>
    <message>
        <source>its length field has more than four bytes</source>
        <translation>sein Längenfeld hat mehr als vier Bytes</translation>
    </message>
    <message>
        <source>no server may send it</source>
        <translation>kein Server darf es senden</translation>
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
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>Telemetrie</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufzeichnungen</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>A connection can have at most %1 subscriptions.</source>
        <translation>Eine Verbindung kann höchstens %1 Abonnements haben.</translation>
    </message>
    <message>
        <source>The QoS of the subscription &quot;%1&quot; must be 0, 1 or 2.</source>
        <translation>Die QoS des Abonnements &quot;%1&quot; muss 0, 1 oder 2 sein.</translation>
    </message>
    <message>
        <source>The subscription &quot;%1&quot; is there twice.</source>
        <translation>Das Abonnement &quot;%1&quot; ist doppelt.</translation>
    </message>
    <message>
        <source>Last will: %1</source>
        <translation>Letzter Wille: %1</translation>
    </message>
    <message>
        <source>The QoS of the last will must be 0, 1 or 2.</source>
        <translation>Die QoS des letzten Willens muss 0, 1 oder 2 sein.</translation>
    </message>
    <message>
        <source>The last will is longer than 65,535 bytes.</source>
        <translation>Der letzte Wille ist länger als 65.535 Bytes.</translation>
    </message>
    <message>
        <source>The connection needs the name or address of a broker.</source>
        <translation>Die Verbindung braucht den Namen oder die Adresse eines Brokers.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a host name or address.</source>
        <translation>&quot;%1&quot; ist kein Rechnername und keine Adresse.</translation>
    </message>
    <message>
        <source>The port must be between 1 and 65535.</source>
        <translation>Der Port muss zwischen 1 und 65535 liegen.</translation>
    </message>
    <message>
        <source>The MQTT version must be 3.1.1 or 5.0.</source>
        <translation>Die MQTT-Version muss 3.1.1 oder 5.0 sein.</translation>
    </message>
    <message>
        <source>The keep-alive time must be 0 (off) or between 5 and 65,535 seconds.</source>
        <translation>Die Keep-alive-Zeit muss 0 (aus) sein oder zwischen 5 und 65.535 Sekunden liegen.</translation>
    </message>
    <message>
        <source>There is a client key but no client certificate.</source>
        <translation>Es gibt einen Client-Schlüssel, aber kein Client-Zertifikat.</translation>
    </message>
    <message>
        <source>The pinned certificate must be given as a SHA-256 of 32 bytes.</source>
        <translation>Das angeheftete Zertifikat muss als SHA-256 von 32 Bytes angegeben sein.</translation>
    </message>
    <message>
        <source>Client id and user name can have at most 65,535 bytes.</source>
        <translation>Client-Kennung und Benutzername dürfen höchstens 65.535 Bytes haben.</translation>
    </message>
    <message>
        <source>A session that the broker keeps needs a client id of its own.</source>
        <translation>Eine Sitzung, die der Broker behält, braucht eine eigene Client-Kennung.</translation>
    </message>
    <message>
        <source>The connection &quot;%1&quot; has a wrong value at &quot;%2&quot;.</source>
        <translation>Die Verbindung &quot;%1&quot; hat bei &quot;%2&quot; einen falschen Wert.</translation>
    </message>
    <message>
        <source>The connection &quot;%1&quot; cannot be used: %2</source>
        <translation>Die Verbindung &quot;%1&quot; ist nicht brauchbar: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a broker address: %2. Example: mqtt://user@broker.example:1883/site/#</source>
        <translation>&quot;%1&quot; ist keine Broker-Adresse: %2. Beispiel: mqtt://user@broker.example:1883/site/#</translation>
    </message>
    <message>
        <source>it must start with mqtt:// or mqtts://</source>
        <translation>sie muss mit mqtt:// oder mqtts:// beginnen</translation>
    </message>
    <message>
        <source>the port must be between 1 and 65535</source>
        <translation>der Port muss zwischen 1 und 65535 liegen</translation>
    </message>
</context>
<context>
    <name>ProfileFile</name>
    <message>
        <source>The connections were not written to &quot;%1&quot;: %2.</source>
        <translation>Die Verbindungen wurden nicht nach &quot;%1&quot; geschrieben: %2.</translation>
    </message>
    <message>
        <source>The connections in &quot;%1&quot; cannot be read: %2.</source>
        <translation>Die Verbindungen in &quot;%1&quot; sind nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is too large to be a file of connections.</source>
        <translation>&quot;%1&quot; ist zu groß für eine Datei mit Verbindungen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a file of connections: %2.</source>
        <translation>&quot;%1&quot; ist keine Datei mit Verbindungen: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a file of connections.</source>
        <translation>&quot;%1&quot; ist keine Datei mit Verbindungen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was written by a newer version of this program.</source>
        <translation>&quot;%1&quot; wurde von einer neueren Version dieses Programms geschrieben.</translation>
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
        <translation>keine Antwort innerhalb von %1 s</translation>
    </message>
</context>
<context>
    <name>QtEngine</name>
    <message>
        <source>Qt MQTT does not accept the connection&apos;s settings.</source>
        <translation>Qt MQTT nimmt die Einstellungen der Verbindung nicht an.</translation>
    </message>
    <message>
        <source>Qt MQTT gave up (error %1)</source>
        <translation>Qt MQTT gab auf (Fehler %1)</translation>
    </message>
    <message>
        <source>Qt MQTT did not send the subscription to &quot;%1&quot;.</source>
        <translation>Qt MQTT hat das Abonnement von &quot;%1&quot; nicht gesendet.</translation>
    </message>
    <message>
        <source>Qt MQTT did not send the message to &quot;%1&quot;.</source>
        <translation>Qt MQTT hat die Nachricht an &quot;%1&quot; nicht gesendet.</translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message>
        <source>The notes %1 cannot be read: %2.</source>
        <translation>Die Notizen %1 lassen sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>The file %1 is not a file of notes; move it away to write new ones.</source>
        <translation>Die Datei %1 ist keine Notizdatei; räumen Sie sie weg, um neue zu schreiben.</translation>
    </message>
    <message>
        <source>The notes %1 belong to another recording.</source>
        <translation>Die Notizen %1 gehören zu einer anderen Aufzeichnung.</translation>
    </message>
    <message>
        <source>The notes %1 cannot be written: %2.</source>
        <translation>Die Notizen %1 lassen sich nicht schreiben: %2.</translation>
    </message>
</context>
<context>
    <name>Recordings</name>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>unlesbar</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>Ended in good order; it is never written again.</source>
        <translation>Ordentlich beendet; sie wird nie wieder beschrieben.</translation>
    </message>
    <message>
        <source>armed</source>
        <translation>scharf</translation>
    </message>
    <message>
        <source>Keeps the last minutes and waits for a trigger.</source>
        <translation>Behält die letzten Minuten und wartet auf einen Auslöser.</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>zeichnet auf</translation>
    </message>
    <message>
        <source>Is being written now.</source>
        <translation>Wird gerade geschrieben.</translation>
    </message>
    <message>
        <source>Is being written by another program.</source>
        <translation>Wird von einem anderen Programm geschrieben.</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>The program that wrote it ended in mid-stream; everything up to its last flush is here.</source>
        <translation>Das schreibende Programm endete mittendrin; alles bis zum letzten Sichern ist hier.</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>%1, part %2</source>
        <translation>%1, Teil %2</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>%1, full in about %2</source>
        <translation>%1, voll in etwa %2</translation>
    </message>
</context>
<context>
    <name>SamplesExport</name>
    <message>
        <source>The file cannot be written; is the disk full?</source>
        <translation>Die Datei lässt sich nicht schreiben; ist die Platte voll?</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>Der Export wurde angehalten.</translation>
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
        <source>History kept by age, days (0: no limit)</source>
        <translation>Verlauf nach Alter behalten, Tage (0: ohne Grenze)</translation>
    </message>
    <message>
        <source>History kept by size, MiB (0: no limit)</source>
        <translation>Verlauf nach Größe behalten, MiB (0: ohne Grenze)</translation>
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
        <translation>Laufzeit des Brokers</translation>
    </message>
    <message>
        <source>Dropped by the broker, per minute, all clients</source>
        <translation>Vom Broker verworfen, je Minute, alle Clients</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>The folder of %1 cannot be written; choose another workspace.</source>
        <translation>Der Ordner von %1 ist nicht beschreibbar; wählen Sie einen anderen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>The history %1 is already written by %2 (process %3 on %4); close that first or open it read-only.</source>
        <translation>Den Verlauf %1 schreibt schon %2 (Prozess %3 auf %4); schließen Sie das zuerst, oder öffnen Sie ihn nur lesend.</translation>
    </message>
</context>
<context>
    <name>TimeChart</name>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
</context>
<context>
    <name>Tls</name>
    <message>
        <source>The %1 &quot;%2&quot; cannot be read: %3.</source>
        <translation>Die %1 &quot;%2&quot; ist nicht lesbar: %3.</translation>
    </message>
    <message>
        <source>The %1 &quot;%2&quot; is too large to be a PEM file.</source>
        <translation>Die %1 &quot;%2&quot; ist zu groß für eine PEM-Datei.</translation>
    </message>
    <message>
        <source>There is no PEM certificate in the %1 &quot;%2&quot;.</source>
        <translation>In der %1 &quot;%2&quot; steht kein PEM-Zertifikat.</translation>
    </message>
    <message>
        <source>client key file</source>
        <translation>Client-Schlüsseldatei</translation>
    </message>
    <message>
        <source>There is no PEM private key in the client key file &quot;%1&quot;.</source>
        <translation>In der Client-Schlüsseldatei &quot;%1&quot; steht kein privater PEM-Schlüssel.</translation>
    </message>
    <message>
        <source>The client key file &quot;%1&quot; needs a pass phrase.</source>
        <translation>Die Client-Schlüsseldatei &quot;%1&quot; braucht ein Kennwort.</translation>
    </message>
    <message>
        <source>The pass phrase does not open the client key file &quot;%1&quot;.</source>
        <translation>Das Kennwort öffnet die Client-Schlüsseldatei &quot;%1&quot; nicht.</translation>
    </message>
    <message>
        <source>client certificate file</source>
        <translation>Client-Zertifikatsdatei</translation>
    </message>
    <message>
        <source>it is self-signed, and no authority vouches for it</source>
        <translation>es ist selbst unterschrieben, und keine Stelle bürgt dafür</translation>
    </message>
    <message>
        <source>it was issued by an unknown authority (CA)</source>
        <translation>es wurde von einer unbekannten Stelle (CA) ausgestellt</translation>
    </message>
    <message>
        <source>authority (CA) file</source>
        <translation>Datei der Zertifizierungsstelle (CA)</translation>
    </message>
    <message>
        <source>it expired on %1</source>
        <translation>es ist am %1 abgelaufen</translation>
    </message>
    <message>
        <source>it is not valid before %1</source>
        <translation>es gilt erst ab %1</translation>
    </message>
    <message>
        <source>it is for %1, not for %2</source>
        <translation>es gilt für %1, nicht für %2</translation>
    </message>
    <message>
        <source>The certificate of %1 is not accepted: %2.</source>
        <translation>Das Zertifikat von %1 wird nicht angenommen: %2.</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>%1 does not answer with TLS: it looks like a port without encryption; choose the server&apos;s TLS port (often 8883).</source>
        <translation>%1 antwortet nicht mit TLS: es scheint ein Port ohne Verschlüsselung zu sein; wählen Sie den TLS-Port des Servers (oft 8883).</translation>
    </message>
    <message>
        <source>%1 asks for a client certificate: choose one in the connection.</source>
        <translation>%1 verlangt ein Client-Zertifikat: wählen Sie eines in der Verbindung.</translation>
    </message>
    <message>
        <source>%1 does not accept our client certificate (%2).</source>
        <translation>%1 nimmt unser Client-Zertifikat nicht an (%2).</translation>
    </message>
    <message>
        <source>%1 offers only TLS older than 1.2, which is not safe.</source>
        <translation>%1 bietet nur TLS vor 1.2, und das ist nicht sicher.</translation>
    </message>
    <message>
        <source>The TLS handshake with %1 failed: %2.</source>
        <translation>Der TLS-Handschlag mit %1 scheiterte: %2.</translation>
    </message>
</context>
<context>
    <name>Topics</name>
    <message>
        <source>A topic cannot be empty.</source>
        <translation>Ein Thema darf nicht leer sein.</translation>
    </message>
    <message>
        <source>A topic cannot contain the character U+0000.</source>
        <translation>Ein Thema darf das Zeichen U+0000 nicht enthalten.</translation>
    </message>
    <message>
        <source>The topic is longer than the 65,535 bytes that MQTT allows.</source>
        <translation>Das Thema ist länger als die 65.535 Bytes, die MQTT erlaubt.</translation>
    </message>
    <message>
        <source>In the filter &quot;%1&quot; the wildcard # must stand alone as the last level.</source>
        <translation>Im Filter &quot;%1&quot; muss der Platzhalter # allein als letzte Ebene stehen.</translation>
    </message>
    <message>
        <source>In the filter &quot;%1&quot; the wildcard + must stand alone in its level.</source>
        <translation>Im Filter &quot;%1&quot; muss der Platzhalter + allein in seiner Ebene stehen.</translation>
    </message>
    <message>
        <source>A shared subscription is written $share/&lt;group&gt;/&lt;filter&gt;, with a group name without wildcards; &quot;%1&quot; is not.</source>
        <translation>Ein geteiltes Abonnement schreibt man $share/&lt;Gruppe&gt;/&lt;Filter&gt;, die Gruppe ohne Platzhalter; &quot;%1&quot; ist keines.</translation>
    </message>
    <message>
        <source>A topic to publish to cannot contain the wildcards + and #; &quot;%1&quot; does.</source>
        <translation>Ein Thema zum Senden darf die Platzhalter + und # nicht enthalten; &quot;%1&quot; tut es.</translation>
    </message>
</context>
<context>
    <name>Tr</name>
    <message>
        <source>A name longer than %1 bytes was cut.</source>
        <translation>Ein Name von mehr als %1 Bytes wurde gekürzt.</translation>
    </message>
    <message>
        <source>SenML: the payload is not an array of records.</source>
        <translation>SenML: die Nutzlast ist keine Liste von Sätzen.</translation>
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
    <message>
        <source>Asked the edge node for its births.</source>
        <translation>Der Knoten wurde um seine Anmeldungen gebeten.</translation>
    </message>
    <message>
        <source>%1 It was moved to %2; there are no derived signals now.</source>
        <translation>%1 Die Datei wurde nach %2 verschoben; es gibt jetzt keine abgeleiteten Signale.</translation>
    </message>
    <message>
        <source>Derived signal &quot;%1&quot;: %2</source>
        <translation>Abgeleitetes Signal &quot;%1&quot;: %2</translation>
    </message>
</context>
<context>
    <name>app::Options</name>
    <message>
        <source>The size &quot;%1&quot; is not WIDTHxHEIGHT of at least 640x400, for example 1920x1080.</source>
        <translation>Die Größe &quot;%1&quot; ist nicht BREITExHÖHE von mindestens 640x400, etwa 1920x1080.</translation>
    </message>
    <message>
        <source>There is no theme &quot;%1&quot;; choose system, light, dark or contrast.</source>
        <translation>Das Aussehen &quot;%1&quot; gibt es nicht; wählen Sie system, light, dark oder contrast.</translation>
    </message>
    <message>
        <source>Pilothouse, an operations console for fleets of devices that think.</source>
        <translation>Pilothouse, eine Leitstand-Konsole für Flotten denkender Geräte.</translation>
    </message>
    <message>
        <source>Keep settings, connections and history in this folder.</source>
        <translation>Einstellungen, Verbindungen und Verlauf in diesem Ordner halten.</translation>
    </message>
    <message>
        <source>Connect to this broker, for this run only.</source>
        <translation>Mit diesem Broker verbinden, nur für diesen Lauf.</translation>
    </message>
    <message>
        <source>system, light, dark or contrast; a tour takes several, with commas.</source>
        <translation>system, light, dark oder contrast; eine Rundreise nimmt mehrere, mit Kommas.</translation>
    </message>
    <message>
        <source>Size of the window; a tour takes several, with commas.</source>
        <translation>Größe des Fensters; eine Rundreise nimmt mehrere, mit Kommas.</translation>
    </message>
    <message>
        <source>Open this page.</source>
        <translation>Diese Seite öffnen.</translation>
    </message>
    <message>
        <source>Visit every page, save one picture of each into this folder, and end. Without --connect the rehearsal fleet is started for it.</source>
        <translation>Jede Seite besuchen, von jeder ein Bild in diesen Ordner legen und enden. Ohne --connect wird dafür die Übungsflotte gestartet.</translation>
    </message>
    <message>
        <source>Gather data for so long before the first picture.</source>
        <translation>So lange Daten sammeln, bevor das erste Bild entsteht.</translation>
    </message>
    <message>
        <source>Print how long it took until the window was painted.</source>
        <translation>Ausgeben, wie lange es dauerte, bis das Fenster gezeichnet war.</translation>
    </message>
    <message>
        <source>Mirror the layout, as for Arabic.</source>
        <translation>Die Anordnung spiegeln, wie für Arabisch.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an option; see --help.</source>
        <translation>&quot;%1&quot; ist keine Option; siehe --help.</translation>
    </message>
    <message>
        <source>--tour-seconds takes a number from 0 to 3600.</source>
        <translation>--tour-seconds nimmt eine Zahl von 0 bis 3600.</translation>
    </message>
    <message>
        <source>The connection of --connect may ask Sparkplug edge nodes for their births.</source>
        <translation>Die Verbindung von --connect darf Sparkplug-Knoten um ihre Anmeldungen bitten.</translation>
    </message>
</context>
<context>
    <name>app::Rehearsal</name>
    <message>
        <source>The broker mosquitto is not installed; install the package mosquitto, or give a broker with --connect.</source>
        <translation>Der Broker mosquitto ist nicht installiert; installieren Sie das Paket mosquitto, oder nennen Sie einen Broker mit --connect.</translation>
    </message>
    <message>
        <source>The rehearsal broker cannot be set up in %1.</source>
        <translation>Der Übungsbroker lässt sich in %1 nicht einrichten.</translation>
    </message>
    <message>
        <source>The rehearsal broker did not start: %1</source>
        <translation>Der Übungsbroker startete nicht: %1</translation>
    </message>
    <message>
        <source>The rehearsal fleet (pilothouse-fleet) is not beside this program; build it, or give a broker with --connect.</source>
        <translation>Die Übungsflotte (pilothouse-fleet) liegt nicht neben diesem Programm; bauen Sie sie, oder nennen Sie einen Broker mit --connect.</translation>
    </message>
    <message>
        <source>The rehearsal fleet did not start: %1</source>
        <translation>Die Übungsflotte startete nicht: %1</translation>
    </message>
    <message>
        <source>The rehearsal broker ended by itself.</source>
        <translation>Der Übungsbroker endete von selbst.</translation>
    </message>
    <message>
        <source>The rehearsal fleet ended by itself.</source>
        <translation>Die Übungsflotte endete von selbst.</translation>
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
        <source>There is no page &quot;%1&quot;.</source>
        <translation>Es gibt keine Seite &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>tour: %1 devices, %2 signals after %3 s</source>
        <translation>Rundreise: %1 Geräte, %2 Signale nach %3 s</translation>
    </message>
    <message>
        <source>tour: no data came within %1 s; the pages are shown empty.</source>
        <translation>Rundreise: innerhalb von %1 s kamen keine Daten; die Seiten werden leer gezeigt.</translation>
    </message>
    <message>
        <source>tour: the page &quot;%1&quot; could not be shown.</source>
        <translation>Rundreise: die Seite &quot;%1&quot; ließ sich nicht zeigen.</translation>
    </message>
    <message>
        <source>tour: the page &quot;%1&quot; was not shown in the size asked for.</source>
        <translation>Rundreise: die Seite &quot;%1&quot; wurde nicht in der verlangten Größe gezeigt.</translation>
    </message>
    <message>
        <source>tour: %1 cannot be written.</source>
        <translation>Rundreise: %1 lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Rehearsal, first seconds</source>
        <translation>Probe, erste Sekunden</translation>
    </message>
    <message>
        <source>The fleet is there</source>
        <translation>Die Flotte ist da</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Probe</translation>
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
    <name>connect::BrokerReplay</name>
    <message>
        <source>The recording came from %1:%2 itself: its devices and programs would take the replay for real.</source>
        <translation>Die Aufzeichnung kam von %1:%2 selbst: Die Geräte und Programme dort hielten die Wiedergabe für echt.</translation>
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
        <source>&quot;%1&quot; is not connected; nothing was published.</source>
        <translation>„%1“ ist nicht verbunden; nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The connection &quot;%1&quot; may not ask Sparkplug nodes for a rebirth.</source>
        <translation>Die Verbindung &quot;%1&quot; darf Sparkplug-Knoten nicht um eine neue Anmeldung bitten.</translation>
    </message>
</context>
<context>
    <name>connect::KeychainSecrets</name>
    <message>
        <source>No keychain answers (%1): passwords are kept in memory until the program ends.</source>
        <translation>Kein Schlüsselbund antwortet (%1): Passwörter bleiben im Speicher, bis das Programm endet.</translation>
    </message>
    <message>
        <source>Passwords are kept in the desktop&apos;s keychain.</source>
        <translation>Passwörter liegen im Schlüsselbund des Schreibtischs.</translation>
    </message>
</context>
<context>
    <name>connect::ReplaySource</name>
    <message>
        <source>Replaying &quot;%1&quot;.</source>
        <translation>„%1“ wird wiedergegeben.</translation>
    </message>
    <message>
        <source>The end of &quot;%1&quot; is reached.</source>
        <translation>Das Ende von „%1“ ist erreicht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is paused.</source>
        <translation>„%1“ ist angehalten.</translation>
    </message>
    <message>
        <source>This is a replay: nothing is published from it.</source>
        <translation>Dies ist eine Wiedergabe: Daraus wird nichts veröffentlicht.</translation>
    </message>
    <message>
        <source>This is a replay: no device is asked for anything.</source>
        <translation>Dies ist eine Wiedergabe: Kein Gerät wird um etwas gebeten.</translation>
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
    <name>connect::capture</name>
    <message numerus="yes">
        <source>%n MQTT packets are not whole in the capture and were skipped.</source>
        <translation>
            <numerusform>%n MQTT-Paket ist im Mitschnitt nicht vollständig und wurde übersprungen.</numerusform>
            <numerusform>%n MQTT-Pakete sind im Mitschnitt nicht vollständig und wurden übersprungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times bytes between MQTT packets are missing in the capture; reading went on at the next packet that could be recognised.</source>
        <translation>
            <numerusform>%n-mal fehlen im Mitschnitt Bytes zwischen MQTT-Paketen; weitergelesen wurde beim nächsten erkennbaren Paket.</numerusform>
            <numerusform>%n-mal fehlen im Mitschnitt Bytes zwischen MQTT-Paketen; weitergelesen wurde beim nächsten erkennbaren Paket.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n MQTT packets break the rules of MQTT and were skipped.</source>
        <translation>
            <numerusform>%n MQTT-Paket verletzt die Regeln von MQTT und wurde übersprungen.</numerusform>
            <numerusform>%n MQTT-Pakete verletzen die Regeln von MQTT und wurden übersprungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n MQTT packets are larger than %1 MiB and were skipped.</source>
        <translation>
            <numerusform>%n MQTT-Paket ist größer als %1 MiB und wurde übersprungen.</numerusform>
            <numerusform>%n MQTT-Pakete sind größer als %1 MiB und wurden übersprungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages name their topic by an alias that was agreed before the capture began, and were skipped.</source>
        <translation>
            <numerusform>%n Nachricht nennt ihr Thema mit einem Kürzel, das vor dem Beginn des Mitschnitts vereinbart wurde, und wurde übersprungen.</numerusform>
            <numerusform>%n Nachrichten nennen ihr Thema mit einem Kürzel, das vor dem Beginn des Mitschnitts vereinbart wurde, und wurden übersprungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages give a payload format that MQTT does not know; the messages were kept without it.</source>
        <translation>
            <numerusform>%n Nachricht nennt ein Nutzlastformat, das MQTT nicht kennt; sie wurde ohne diese Angabe behalten.</numerusform>
            <numerusform>%n Nachrichten nennen ein Nutzlastformat, das MQTT nicht kennt; sie wurden ohne diese Angabe behalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file ends in the middle of a packet; it was probably copied while it was being written.</source>
        <translation>Die Datei endet mitten in einem Paket; wahrscheinlich wurde sie kopiert, während sie noch geschrieben wurde.</translation>
    </message>
    <message>
        <source>Some packets have no time; they got that of the packet before them.</source>
        <translation>Manche Pakete haben keine Zeit; sie bekamen die des Pakets davor.</translation>
    </message>
    <message numerus="yes">
        <source>%n packets come from a kind of network that is not known here.</source>
        <translation>
            <numerusform>%n Paket kommt aus einer Art von Netz, die hier nicht bekannt ist.</numerusform>
            <numerusform>%n Pakete kommen aus einer Art von Netz, die hier nicht bekannt ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n IP packets are fragments and were not put together.</source>
        <translation>
            <numerusform>%n IP-Paket ist ein Bruchstück und wurde nicht zusammengesetzt.</numerusform>
            <numerusform>%n IP-Pakete sind Bruchstücke und wurden nicht zusammengesetzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packets have broken headers.</source>
        <translation>
            <numerusform>%n Paket hat einen fehlerhaften Kopf.</numerusform>
            <numerusform>%n Pakete haben fehlerhafte Köpfe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connections are encrypted (TLS) and cannot be read.</source>
        <translation>
            <numerusform>%n Verbindung ist verschlüsselt (TLS) und nicht lesbar.</numerusform>
            <numerusform>%n Verbindungen sind verschlüsselt (TLS) und nicht lesbar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sessions were under way when the capture began; their version of MQTT was inferred from their packets, and their client ids are not known.</source>
        <translation>
            <numerusform>%n Sitzung lief schon, als der Mitschnitt begann; ihre MQTT-Version wurde aus ihren Paketen erschlossen, ihre Client-Kennung ist nicht bekannt.</numerusform>
            <numerusform>%n Sitzungen liefen schon, als der Mitschnitt begann; ihre MQTT-Version wurde aus ihren Paketen erschlossen, ihre Client-Kennungen sind nicht bekannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n WebSocket connections could not be followed to their end (compressed, or bytes are missing).</source>
        <translation>
            <numerusform>%n WebSocket-Verbindung ließ sich nicht bis zum Ende verfolgen (gepackt, oder es fehlen Bytes).</numerusform>
            <numerusform>%n WebSocket-Verbindungen ließen sich nicht bis zum Ende verfolgen (gepackt, oder es fehlen Bytes).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages are of sessions beyond the first %1 and are listed under the last of those.</source>
        <translation>
            <numerusform>%n Nachricht gehört zu einer Sitzung jenseits der ersten %1 und steht unter der letzten davon.</numerusform>
            <numerusform>%n Nachrichten gehören zu Sitzungen jenseits der ersten %1 und stehen unter der letzten davon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times more was incomplete at once than is kept; the incomplete packets were skipped.</source>
        <translation>
            <numerusform>%n-mal war mehr auf einmal unvollständig, als behalten wird; die unvollständigen Pakete wurden übersprungen.</numerusform>
            <numerusform>%n-mal war mehr auf einmal unvollständig, als behalten wird; die unvollständigen Pakete wurden übersprungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>packet %1</source>
        <translation>Paket %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 holds no MQTT that can be read: %2 connections are encrypted (TLS).</source>
        <translation>%1 enthält kein lesbares MQTT: %2 Verbindungen sind verschlüsselt (TLS).</translation>
    </message>
    <message>
        <source>%1 was captured on a kind of network that is not known here; capture on Ethernet, on the loopback or on &quot;any&quot;.</source>
        <translation>%1 wurde in einer Art von Netz mitgeschnitten, die hier nicht bekannt ist; schneiden Sie auf Ethernet, auf der Loopback-Schnittstelle oder auf &quot;any&quot; mit.</translation>
    </message>
    <message>
        <source>%1 holds no MQTT over TCP or WebSocket (packets: %2, of these TCP: %3, connections: %4).</source>
        <translation>%1 enthält kein MQTT über TCP oder WebSocket (Pakete: %2, davon TCP: %3, Verbindungen: %4).</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <source>%2 to %1</source>
        <translation>%2 an %1</translation>
    </message>
    <message>
        <source>What clients sent and what the server passed on are both there, so a message can occur once for each captured session it went through.</source>
        <translation>Was Clients sendeten und was der Server weitergab, ist beides da; eine Nachricht kann also für jede mitgeschnittene Sitzung, durch die sie ging, einmal vorkommen.</translation>
    </message>
    <message>
        <source>The MQTT sessions in the capture (%1) carry no message.</source>
        <translation>Die MQTT-Sitzungen im Mitschnitt (%1) tragen keine Nachricht.</translation>
    </message>
    <message>
        <source>The capture is damaged at byte %1, behind packet %2: %3.</source>
        <translation>Der Mitschnitt ist bei Byte %1 beschädigt, hinter Paket %2: %3.</translation>
    </message>
    <message>
        <source>Reading the capture failed after %1 bytes: %2.</source>
        <translation>Der Mitschnitt ließ sich nach %1 Bytes nicht weiterlesen: %2.</translation>
    </message>
    <message>
        <source>This is no capture file: it does not start like pcap or pcapng.</source>
        <translation>Dies ist kein Mitschnitt: Die Datei beginnt nicht wie pcap oder pcapng.</translation>
    </message>
    <message>
        <source>The capture ends within its header.</source>
        <translation>Der Mitschnitt endet in seinem Kopf.</translation>
    </message>
    <message>
        <source>a packet of %1 bytes cannot be</source>
        <translation>ein Paket von %1 Bytes kann es nicht geben</translation>
    </message>
    <message>
        <source>a section does not tell its byte order</source>
        <translation>ein Abschnitt nennt seine Bytefolge nicht</translation>
    </message>
    <message>
        <source>a block of %1 bytes cannot be</source>
        <translation>einen Block von %1 Bytes kann es nicht geben</translation>
    </message>
    <message>
        <source>the two lengths of a block differ</source>
        <translation>die beiden Längen eines Blocks sind verschieden</translation>
    </message>
    <message>
        <source>a block of type %1 contradicts itself</source>
        <translation>ein Block vom Typ %1 widerspricht sich</translation>
    </message>
</context>
<context>
    <name>connect::mqtt::ConnectionTest</name>
    <message>
        <source>There is no address for the name &quot;%1&quot;: %2.</source>
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
        <source>The broker accepts the user &quot;%1&quot;.</source>
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
        <translation>Die Verbindung ging verloren, bevor der Broker sie bestätigte.</translation>
    </message>
    <message>
        <source>The connection was stopped before the broker confirmed it.</source>
        <translation>Die Verbindung wurde beendet, bevor der Broker sie bestätigte.</translation>
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
        <translation>Die Verbindung gibt es nicht mehr; gesendet wurde nichts.</translation>
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
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>%1 messages wait for the broker&apos;s confirmation already; this one was not published.</source>
        <translation>%1 Nachrichten warten schon auf die Bestätigung des Brokers; diese wurde nicht gesendet.</translation>
    </message>
</context>
<context>
    <name>connect::mqtt::Session</name>
    <message>
        <source>The MQTT library ended the connection: %1.</source>
        <translation>Die MQTT-Bibliothek beendete die Verbindung: %1.</translation>
    </message>
    <message>
        <source>%1:%2 closed the connection before it answered: is it an MQTT port, and does it want %3?</source>
        <translation>%1:%2 schloss die Verbindung, bevor es antwortete: ist es ein MQTT-Port, und will er %3?</translation>
    </message>
    <message>
        <source>a client certificate</source>
        <translation>ein Client-Zertifikat</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>%1:%2 did not answer the MQTT login in time: is it an MQTT port?</source>
        <translation>%1:%2 antwortete nicht rechtzeitig auf die MQTT-Anmeldung: ist es ein MQTT-Port?</translation>
    </message>
    <message>
        <source>%1 has been silent for %2 s: the connection is half open (cable, router, sleeping machine).</source>
        <translation>%1 schweigt seit %2 s: die Verbindung ist halb offen (Kabel, Router, schlafender Rechner).</translation>
    </message>
    <message>
        <source>%1 answers with TLS: switch on TLS in the connection.</source>
        <translation>%1 antwortet mit TLS: schalten Sie in der Verbindung TLS ein.</translation>
    </message>
    <message>
        <source>%1 answers in HTTP: it is a web server, not an MQTT port.</source>
        <translation>%1 antwortet in HTTP: es ist ein Webserver, kein MQTT-Port.</translation>
    </message>
    <message>
        <source>%1 answered the login with something else than CONNACK: is it an MQTT broker?</source>
        <translation>%1 antwortete auf die Anmeldung mit etwas anderem als CONNACK: ist es ein MQTT-Broker?</translation>
    </message>
    <message>
        <source>%1 sent a %2 packet of more than %3 MiB, which is the limit here.</source>
        <translation>%1 sandte ein %2-Paket von mehr als %3 MiB; das ist hier die Grenze.</translation>
    </message>
    <message>
        <source>%1 sent a malformed %2 packet: %3.</source>
        <translation>%1 sandte ein fehlerhaftes %2-Paket: %3.</translation>
    </message>
    <message>
        <source>%1 ended the connection: %2%3.</source>
        <translation>%1 beendete die Verbindung: %2%3.</translation>
    </message>
    <message>
        <source>%1 wants an extended authentication, which this console does not have.</source>
        <translation>%1 verlangt eine erweiterte Anmeldung, die diese Konsole nicht hat.</translation>
    </message>
    <message>
        <source>%1 answered the login twice.</source>
        <translation>%1 antwortete zweimal auf die Anmeldung.</translation>
    </message>
    <message>
        <source>%1 refused the login: %2</source>
        <translation>%1 lehnte die Anmeldung ab: %2</translation>
    </message>
    <message>
        <source> (it names %1)</source>
        <translation> (es nennt %1)</translation>
    </message>
</context>
<context>
    <name>connect::mqtt::Wire</name>
    <message>
        <source>%1:%2 did not finish the TLS handshake in time.</source>
        <translation>%1:%2 beendete den TLS-Handschlag nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>%1:%2 did not answer in time: a firewall or a wrong address?</source>
        <translation>%1:%2 antwortete nicht rechtzeitig: eine Firewall oder eine falsche Adresse?</translation>
    </message>
    <message>
        <source>There is no address for the name &quot;%1&quot;: check the name and the network.</source>
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
        <translation>%1:%2 schloss die Verbindung während des TLS-Handschlags: vielleicht ein Port ohne Verschlüsselung, oder der Server lehnt diesen Client ab.</translation>
    </message>
    <message>
        <source>, pinned certificate</source>
        <translation>, angeheftetes Zertifikat</translation>
    </message>
</context>
<context>
    <name>ctl</name>
    <message>
        <source>turn payload files into samples</source>
        <translation>Nutzlastdateien in Messwerte verwandeln</translation>
    </message>
    <message>
        <source>connect to a broker and report what comes</source>
        <translation>mit einem Broker verbinden und melden, was kommt</translation>
    </message>
    <message>
        <source>Usage: pilothousectl SUBCOMMAND [ARGUMENTS]; --help after a subcommand says more.</source>
        <translation>Aufruf: pilothousectl BEFEHL [ARGUMENTE]; --help nach einem Befehl sagt mehr.</translation>
    </message>
    <message>
        <source>There is no subcommand %1.</source>
        <translation>Es gibt keinen Befehl %1.</translation>
    </message>
    <message>
        <source>write a recording in another format</source>
        <translation>eine Aufzeichnung in anderem Format schreiben</translation>
    </message>
    <message>
        <source>make a recording of a CSV, JSONL, pcap or MCAP file</source>
        <translation>aus einer CSV-, JSONL-, pcap- oder MCAP-Datei eine Aufzeichnung machen</translation>
    </message>
    <message>
        <source>say what is in a recording</source>
        <translation>sagen, was in einer Aufzeichnung steht</translation>
    </message>
    <message>
        <source>print samples of a recording</source>
        <translation>Messwerte einer Aufzeichnung ausgeben</translation>
    </message>
    <message>
        <source>record what a broker sends</source>
        <translation>aufzeichnen, was ein Broker sendet</translation>
    </message>
    <message>
        <source>play a recording</source>
        <translation>eine Aufzeichnung wiedergeben</translation>
    </message>
    <message>
        <source>list the signals of a recording</source>
        <translation>die Signale einer Aufzeichnung auflisten</translation>
    </message>
    <message>
        <source>check a recording for damage</source>
        <translation>eine Aufzeichnung auf Schäden prüfen</translation>
    </message>
    <message>
        <source>compute a signal of a recording by a formula</source>
        <translation>ein Signal einer Aufzeichnung mit einer Formel berechnen</translation>
    </message>
</context>
<context>
    <name>ctl::decode</name>
    <message>
        <source>--limits %1: the value must be a whole number from 1 to %2.</source>
        <translation>--limits %1: der Wert muss eine ganze Zahl von 1 bis %2 sein.</translation>
    </message>
    <message>
        <source>--limits %1: there is no limit of that name.</source>
        <translation>--limits %1: eine Grenze dieses Namens gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>Turns payload files into samples, one JSON object per line.</source>
        <translation>Verwandelt Nutzlastdateien in Messwerte, ein JSON-Objekt je Zeile.</translation>
    </message>
    <message>
        <source>Topic of the messages.</source>
        <translation>Thema der Nachrichten.</translation>
    </message>
    <message>
        <source>Use this decoder only.</source>
        <translation>Nur diesen Leser benutzen.</translation>
    </message>
    <message>
        <source>Set a limit, maxSamples=100 for example.</source>
        <translation>Eine Grenze setzen, etwa maxSamples=100.</translation>
    </message>
    <message>
        <source>JSON output, which is the only kind here.</source>
        <translation>Ausgabe in JSON, die einzige Art hier.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe zeigen.</translation>
    </message>
    <message>
        <source>Payload files in order of arrival; - is standard input.</source>
        <translation>Nutzlastdateien in der Reihenfolge der Ankunft; - ist die Standardeingabe.</translation>
    </message>
    <message>
        <source>decode needs --topic and at least one FILE.</source>
        <translation>decode braucht --topic und mindestens eine FILE.</translation>
    </message>
    <message>
        <source>There is no decoder %1.</source>
        <translation>Es gibt keinen Leser %1.</translation>
    </message>
</context>
<context>
    <name>decode::Tr</name>
    <message>
        <source>The mapping of %1 asks for the decoder %2, but the payload is not of that kind.</source>
        <translation>Die Zuordnung von %1 verlangt den Leser %2, aber die Nutzlast ist nicht von dieser Art.</translation>
    </message>
    <message>
        <source>The mapping of %1 says not to decode it.</source>
        <translation>Die Zuordnung von %1 sagt, sie nicht zu lesen.</translation>
    </message>
    <message>
        <source>Only the first %1 signals of the payload were read.</source>
        <translation>Nur die ersten %1 Signale der Nutzlast wurden gelesen.</translation>
    </message>
    <message>
        <source>A text longer than %1 bytes was cut.</source>
        <translation>Ein Text von mehr als %1 Bytes wurde gekürzt.</translation>
    </message>
    <message>
        <source>Only the first %1 samples of the payload were read.</source>
        <translation>Nur die ersten %1 Messwerte der Nutzlast wurden gelesen.</translation>
    </message>
    <message>
        <source>The payload has %1 bytes; more than %2 are not decoded.</source>
        <translation>Die Nutzlast hat %1 Bytes; mehr als %2 werden nicht gelesen.</translation>
    </message>
    <message>
        <source>The JSON holds no values.</source>
        <translation>Das JSON enthält keine Werte.</translation>
    </message>
    <message>
        <source>The retained announcement of an entity was removed.</source>
        <translation>Die behaltene Ankündigung einer Entität wurde entfernt.</translation>
    </message>
    <message>
        <source>The discovery message is not a JSON object with an entity or a device.</source>
        <translation>Die Ankündigung ist kein JSON-Objekt mit einer Entität oder einem Gerät.</translation>
    </message>
    <message>
        <source>The announcement says nothing about a state.</source>
        <translation>Die Ankündigung sagt nichts über einen Zustand.</translation>
    </message>
    <message>
        <source>The template of &quot;%1&quot; is not evaluated, its values are shown as they come: %2</source>
        <translation>Die Vorlage von &quot;%1&quot; wird nicht ausgewertet, ihre Werte erscheinen, wie sie kommen: %2</translation>
    </message>
    <message>
        <source>The limit of discovered entities is reached; this one is not remembered.</source>
        <translation>Die Grenze der entdeckten Entitäten ist erreicht; diese wird nicht gemerkt.</translation>
    </message>
    <message>
        <source>The message says nothing that its announcement describes.</source>
        <translation>Die Nachricht sagt nichts, was ihre Ankündigung beschreibt.</translation>
    </message>
    <message>
        <source>The limit of Homie devices is reached; this one is not remembered.</source>
        <translation>Die Grenze der Homie-Geräte ist erreicht; dieses wird nicht gemerkt.</translation>
    </message>
    <message>
        <source>The Homie description was removed.</source>
        <translation>Die Homie-Beschreibung wurde entfernt.</translation>
    </message>
    <message>
        <source>The Homie description is not a JSON object of version 5.</source>
        <translation>Die Homie-Beschreibung ist kein JSON-Objekt der Version 5.</translation>
    </message>
    <message>
        <source>The Homie description has more properties than are remembered.</source>
        <translation>Die Homie-Beschreibung hat mehr Eigenschaften, als gemerkt werden.</translation>
    </message>
    <message>
        <source>A Homie broadcast, not telemetry.</source>
        <translation>Ein Homie-Rundruf, keine Telemetrie.</translation>
    </message>
    <message>
        <source>A Homie command, not telemetry.</source>
        <translation>Ein Homie-Befehl, keine Telemetrie.</translation>
    </message>
    <message>
        <source>An attribute of a Homie node.</source>
        <translation>Eine Angabe zu einem Homie-Knoten.</translation>
    </message>
    <message>
        <source>An attribute of a Homie device.</source>
        <translation>Eine Angabe zu einem Homie-Gerät.</translation>
    </message>
    <message>
        <source>An attribute of a Homie property.</source>
        <translation>Eine Angabe zu einer Homie-Eigenschaft.</translation>
    </message>
    <message>
        <source>The retained value of this Homie property was removed.</source>
        <translation>Der behaltene Wert dieser Homie-Eigenschaft wurde entfernt.</translation>
    </message>
    <message>
        <source>The JSON value of this Homie property is empty.</source>
        <translation>Der JSON-Wert dieser Homie-Eigenschaft ist leer.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a Homie value of type %2.</source>
        <translation>&quot;%1&quot; ist kein Homie-Wert der Art %2.</translation>
    </message>
    <message>
        <source>A %1 image of %2 bytes; it is shown, not decoded.</source>
        <translation>Ein %1-Bild von %2 Bytes; es wird gezeigt, nicht gelesen.</translation>
    </message>
    <message>
        <source>The payload is empty: a retained message was deleted, or there is nothing to say.</source>
        <translation>Die Nutzlast ist leer: eine behaltene Nachricht wurde gelöscht, oder es gibt nichts zu sagen.</translation>
    </message>
    <message>
        <source>%1 data of %2 bytes; kept, not decoded.</source>
        <translation>%1-Daten von %2 Bytes; behalten, nicht gelesen.</translation>
    </message>
    <message>
        <source>Unknown binary data of %1 bytes; kept, not decoded.</source>
        <translation>Unbekannte Binärdaten von %1 Bytes; behalten, nicht gelesen.</translation>
    </message>
    <message>
        <source>The JSON is nested too deeply.</source>
        <translation>Das JSON ist zu tief geschachtelt.</translation>
    </message>
    <message>
        <source>The JSON holds bytes that are not UTF-8.</source>
        <translation>Das JSON enthält Bytes, die kein UTF-8 sind.</translation>
    </message>
    <message>
        <source>The JSON has a control character inside a text.</source>
        <translation>Das JSON hat ein Steuerzeichen in einem Text.</translation>
    </message>
    <message>
        <source>The JSON ends inside a text.</source>
        <translation>Das JSON endet mitten in einem Text.</translation>
    </message>
    <message>
        <source>The JSON has a wrong escape inside a text.</source>
        <translation>Das JSON hat eine falsche Umschreibung in einem Text.</translation>
    </message>
    <message>
        <source>The JSON has a malformed number.</source>
        <translation>Das JSON hat eine fehlerhafte Zahl.</translation>
    </message>
    <message>
        <source>The JSON is too large to be read.</source>
        <translation>Das JSON ist zu groß zum Lesen.</translation>
    </message>
    <message>
        <source>The JSON is malformed: cut short, something left over, or a sign out of place.</source>
        <translation>Das JSON ist fehlerhaft: abgeschnitten, etwas bleibt übrig, oder ein Zeichen steht falsch.</translation>
    </message>
    <message>
        <source>NaN, Infinity or a number beyond double range reads as missing.</source>
        <translation>NaN, Infinity oder eine Zahl jenseits des Bereichs gilt als fehlend.</translation>
    </message>
    <message>
        <source>An integer beyond 64 bits was rounded to double precision.</source>
        <translation>Eine ganze Zahl über 64 Bit wurde gerundet.</translation>
    </message>
    <message>
        <source>More values than are taken from one message; the first %1 are shown.</source>
        <translation>Mehr Werte, als einer Nachricht entnommen werden; die ersten %1 werden gezeigt.</translation>
    </message>
    <message>
        <source>A mapping has no topic filter; give it one such as plant/+/raw.</source>
        <translation>Eine Zuordnung hat keinen Themenfilter; geben Sie ihr einen wie werk/+/raw.</translation>
    </message>
    <message>
        <source>The mapping of %1 names the decoder %2, which does not exist.</source>
        <translation>Die Zuordnung von %1 nennt den Leser %2, den es nicht gibt.</translation>
    </message>
    <message>
        <source>The OPC UA message has no fields.</source>
        <translation>Die OPC-UA-Nachricht hat keine Felder.</translation>
    </message>
    <message>
        <source>An OPC UA discovery message, not telemetry.</source>
        <translation>Eine OPC-UA-Suchnachricht, keine Telemetrie.</translation>
    </message>
    <message>
        <source>The OPC UA metadata message has no MetaData.</source>
        <translation>Die OPC-UA-Metadatennachricht hat kein MetaData.</translation>
    </message>
    <message>
        <source>The limit of OPC UA data sets is reached; this one is not remembered.</source>
        <translation>Die Grenze der OPC-UA-Datensätze ist erreicht; dieser wird nicht gemerkt.</translation>
    </message>
    <message>
        <source>XML or HTML of %1 bytes; it is shown as text, not decoded.</source>
        <translation>XML oder HTML von %1 Bytes; es wird als Text gezeigt, nicht gelesen.</translation>
    </message>
    <message>
        <source>An empty retained message: the broker&apos;s copy was deleted.</source>
        <translation>Eine leere behaltene Nachricht: die Kopie des Brokers wurde gelöscht.</translation>
    </message>
    <message>
        <source>alias %1</source>
        <translation>Kürzel %1</translation>
    </message>
    <message>
        <source>A command to %1 (%2), not telemetry.</source>
        <translation>Ein Befehl an %1 (%2), keine Telemetrie.</translation>
    </message>
    <message>
        <source>The message has no metrics.</source>
        <translation>Die Nachricht hat keine Messgrößen.</translation>
    </message>
    <message>
        <source>The limit of Sparkplug nodes and devices is reached; this birth is shown but not remembered.</source>
        <translation>Die Grenze der Sparkplug-Knoten und -Geräte ist erreicht; diese Anmeldung wird gezeigt, aber nicht gemerkt.</translation>
    </message>
    <message>
        <source>The device was born before its edge node; a rebirth of the edge node would put that right.</source>
        <translation>Das Gerät meldete sich vor seinem Knoten an; eine neue Anmeldung des Knotens brächte das in Ordnung.</translation>
    </message>
    <message>
        <source>A metric is not in the birth; a rebirth of the edge node would name it.</source>
        <translation>Eine Messgröße steht nicht in der Anmeldung; eine neue Anmeldung des Knotens würde sie nennen.</translation>
    </message>
    <message>
        <source>Data came before a birth; a rebirth of the edge node would describe it.</source>
        <translation>Daten kamen vor einer Anmeldung; eine neue Anmeldung des Knotens würde sie beschreiben.</translation>
    </message>
    <message>
        <source>A device died whose edge node was never born here; a rebirth would describe it.</source>
        <translation>Ein Gerät meldete sich ab, dessen Knoten hier nie angemeldet war; eine neue Anmeldung würde es beschreiben.</translation>
    </message>
    <message>
        <source>The edge node&apos;s death was already known (the will repeats the goodbye).</source>
        <translation>Die Abmeldung des Knotens war schon bekannt (der letzte Wille wiederholt sie).</translation>
    </message>
    <message>
        <source>The death belongs to an earlier session (bdSeq %1, the node lives with %2), so it is ignored.</source>
        <translation>Die Abmeldung gehört zu einer früheren Sitzung (bdSeq %1, der Knoten lebt mit %2) und bleibt außer Acht.</translation>
    </message>
    <message>
        <source>%n metric(s) come by an alias that no birth has named; a rebirth of the edge node would name them.</source>
        <translation>%n Messgröße kommt unter einem Kürzel, das keine Anmeldung genannt hat; eine neue Anmeldung des Knotens würde es nennen.</translation>
    </message>
    <message>
        <source>The limit of metrics learned from births is reached; aliases of this birth stay unknown.</source>
        <translation>Die Grenze der aus Anmeldungen gelernten Messgrößen ist erreicht; Kürzel dieser Anmeldung bleiben unbekannt.</translation>
    </message>
    <message>
        <source>The birth gives one alias to two metrics; data by that alias is not decoded.</source>
        <translation>Die Anmeldung gibt zwei Messgrößen ein Kürzel; Daten darunter werden nicht gelesen.</translation>
    </message>
    <message>
        <source>Templates nest deeper than the limit; the inner ones are not decoded.</source>
        <translation>Vorlagen sind tiefer geschachtelt als erlaubt; die inneren werden nicht gelesen.</translation>
    </message>
    <message>
        <source>%n array(s) have a length that does not fit their type.</source>
        <translation>%n Feld hat eine Länge, die nicht zu seiner Art passt.</translation>
    </message>
    <message>
        <source>%n metric(s) have neither a name nor an alias.</source>
        <translation>%n Messgröße hat weder Namen noch Kürzel.</translation>
    </message>
    <message numerus="yes">
        <source>%n file or byte metric(s), %1 bytes, kept as they are.</source>
        <translation>
            <numerusform>%n Datei- oder Bytegröße, %1 Bytes, unverändert behalten.</numerusform>
            <numerusform>%n Datei- oder Bytegrößen, %1 Bytes, unverändert behalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The Sparkplug payload holds more metrics, cells and properties than are accepted from one message.</source>
        <translation>Die Sparkplug-Nutzlast enthält mehr Messgrößen, Zellen und Eigenschaften, als einer Nachricht entnommen werden.</translation>
    </message>
    <message>
        <source>The payload is not a valid Sparkplug B message (protobuf breaks off or nests too deep).</source>
        <translation>Die Nutzlast ist keine gültige Sparkplug-B-Nachricht (protobuf bricht ab oder ist zu tief geschachtelt).</translation>
    </message>
    <message>
        <source>The Sparkplug payload is larger than the limit for one message.</source>
        <translation>Die Sparkplug-Nutzlast überschreitet die Grenze für eine Nachricht.</translation>
    </message>
    <message>
        <source>The payload has none of the fields of a Sparkplug B message.</source>
        <translation>Die Nutzlast hat keines der Felder einer Sparkplug-B-Nachricht.</translation>
    </message>
    <message>
        <source>The compressed Sparkplug body holds another compressed body.</source>
        <translation>Der gepackte Sparkplug-Inhalt enthält noch einen gepackten Inhalt.</translation>
    </message>
    <message>
        <source>The compressed Sparkplug body cannot be opened: no memory.</source>
        <translation>Der gepackte Sparkplug-Inhalt lässt sich nicht öffnen: kein Speicher.</translation>
    </message>
    <message>
        <source>The compressed Sparkplug body grows beyond the limit when it is opened.</source>
        <translation>Der gepackte Sparkplug-Inhalt wächst beim Öffnen über die Grenze.</translation>
    </message>
    <message>
        <source>The compressed Sparkplug body is broken (neither a whole zlib nor gzip stream).</source>
        <translation>Der gepackte Sparkplug-Inhalt ist kaputt (weder ein ganzer zlib- noch gzip-Strom).</translation>
    </message>
    <message>
        <source>A Tasmota command, not telemetry.</source>
        <translation>Ein Tasmota-Befehl, keine Telemetrie.</translation>
    </message>
    <message>
        <source>The retained announcement of a Tasmota device was removed.</source>
        <translation>Die behaltene Ankündigung eines Tasmota-Geräts wurde entfernt.</translation>
    </message>
    <message>
        <source>The Tasmota announcement lacks its topic or is not JSON.</source>
        <translation>Der Tasmota-Ankündigung fehlt ihr Thema, oder sie ist kein JSON.</translation>
    </message>
    <message>
        <source>The list of a Tasmota device&apos;s sensors.</source>
        <translation>Die Liste der Sensoren eines Tasmota-Geräts.</translation>
    </message>
    <message>
        <source>The limit of Tasmota devices is reached; this one is not remembered.</source>
        <translation>Die Grenze der Tasmota-Geräte ist erreicht; dieses wird nicht gemerkt.</translation>
    </message>
    <message>
        <source>The Tasmota message has no values.</source>
        <translation>Die Tasmota-Nachricht hat keine Werte.</translation>
    </message>
    <message>
        <source>A ThingsBoard request or command, not telemetry.</source>
        <translation>Eine ThingsBoard-Anfrage oder ein Befehl, keine Telemetrie.</translation>
    </message>
    <message>
        <source>The ThingsBoard message has no values.</source>
        <translation>Die ThingsBoard-Nachricht hat keine Werte.</translation>
    </message>
    <message>
        <source>What is nested deeper than %1 levels was left out.</source>
        <translation>Was tiefer als %1 Ebenen geschachtelt ist, wurde weggelassen.</translation>
    </message>
    <message>
        <source>The payload has too many values; the rest was left out.</source>
        <translation>Die Nutzlast hat zu viele Werte; der Rest wurde weggelassen.</translation>
    </message>
    <message>
        <source>A member name occurs twice in one object; the last one counts.</source>
        <translation>Ein Name kommt in einem Objekt zweimal vor; der letzte gilt.</translation>
    </message>
    <message>
        <source>%1 is a list of %2 values; the first %3 were read.</source>
        <translation>%1 ist eine Liste von %2 Werten; die ersten %3 wurden gelesen.</translation>
    </message>
    <message>
        <source>A confidence of %1 is outside of 0 to 1 and 0 to 100 %.</source>
        <translation>Eine Sicherheit von %1 liegt außerhalb von 0 bis 1 und 0 bis 100 %.</translation>
    </message>
    <message>
        <source>%1 lists %2 detections; the first %3 became samples.</source>
        <translation>%1 nennt %2 Funde; die ersten %3 wurden Messwerte.</translation>
    </message>
    <message>
        <source>A message about the Zigbee2MQTT bridge, not telemetry.</source>
        <translation>Eine Nachricht über die Zigbee2MQTT-Brücke, keine Telemetrie.</translation>
    </message>
    <message>
        <source>The limit of Zigbee devices is reached; the others are not remembered.</source>
        <translation>Die Grenze der Zigbee-Geräte ist erreicht; die anderen werden nicht gemerkt.</translation>
    </message>
    <message>
        <source>The bridge has no devices.</source>
        <translation>Die Brücke hat keine Geräte.</translation>
    </message>
    <message>
        <source>A command to a Zigbee device, not telemetry.</source>
        <translation>Ein Befehl an ein Zigbee-Gerät, keine Telemetrie.</translation>
    </message>
    <message>
        <source>The retained state of a Zigbee device was removed.</source>
        <translation>Der behaltene Zustand eines Zigbee-Geräts wurde entfernt.</translation>
    </message>
    <message>
        <source>The state of the Zigbee device is empty.</source>
        <translation>Der Zustand des Zigbee-Geräts ist leer.</translation>
    </message>
    <message>
        <source>The CBOR holds no values.</source>
        <translation>Das CBOR enthält keine Werte.</translation>
    </message>
    <message>
        <source>Bytes are left over behind the CBOR item.</source>
        <translation>Hinter dem CBOR bleiben Bytes übrig.</translation>
    </message>
    <message>
        <source>The CBOR is malformed or cut short.</source>
        <translation>Das CBOR ist fehlerhaft oder abgeschnitten.</translation>
    </message>
    <message>
        <source>The CBOR has a text that is not UTF-8.</source>
        <translation>Das CBOR hat einen Text, der kein UTF-8 ist.</translation>
    </message>
    <message>
        <source>The CBOR has too many values.</source>
        <translation>Das CBOR hat zu viele Werte.</translation>
    </message>
    <message>
        <source>The CBOR has a map key that is neither text nor integer.</source>
        <translation>Das CBOR hat einen Schlüssel, der weder Text noch ganze Zahl ist.</translation>
    </message>
    <message>
        <source>The CBOR has too many tags on one value.</source>
        <translation>Das CBOR hat zu viele Marken an einem Wert.</translation>
    </message>
    <message>
        <source>The event&apos;s data of %1 bytes are kept, not decoded.</source>
        <translation>Die Daten des Ereignisses von %1 Bytes werden behalten, nicht gelesen.</translation>
    </message>
    <message>
        <source>The state starts as JSON does, but it is not valid JSON.</source>
        <translation>Der Zustand beginnt wie JSON, ist aber kein gültiges.</translation>
    </message>
    <message>
        <source>A retained answer of a model whose name and version are not known yet; its next live answer counts.</source>
        <translation>Eine behaltene Antwort eines Modells, dessen Name und Version noch nicht bekannt sind; seine nächste Antwort zählt.</translation>
    </message>
    <message>
        <source>SenML: the field %1 has a value of the wrong type.</source>
        <translation>SenML: das Feld %1 hat einen Wert der falschen Art.</translation>
    </message>
    <message>
        <source>SenML: version %1 is newer than the versions up to %2 that are understood.</source>
        <translation>SenML: Version %1 ist neuer als die bis %2 verstandenen.</translation>
    </message>
    <message>
        <source>SenML: the records have different versions.</source>
        <translation>SenML: die Sätze haben verschiedene Versionen.</translation>
    </message>
    <message>
        <source>SenML: the field %1 must be understood, and is not known.</source>
        <translation>SenML: das Feld %1 muss verstanden werden und ist unbekannt.</translation>
    </message>
    <message>
        <source>SenML: a record has more than one value.</source>
        <translation>SenML: ein Satz hat mehr als einen Wert.</translation>
    </message>
    <message>
        <source>SenML: a record has neither a value nor a sum.</source>
        <translation>SenML: ein Satz hat weder Wert noch Summe.</translation>
    </message>
    <message>
        <source>SenML: the name “%1” is empty or has characters that are not allowed.</source>
        <translation>SenML: der Name „%1“ ist leer oder hat unerlaubte Zeichen.</translation>
    </message>
    <message>
        <source>SenML: the payload is not an array of records.</source>
        <translation>SenML: die Nutzlast ist keine Liste von Sätzen.</translation>
    </message>
    <message>
        <source>A request to the shadow service.</source>
        <translation>Eine Anfrage an den Shadow-Dienst.</translation>
    </message>
    <message>
        <source>The difference between the wanted and the reported state; both come in messages of their own.</source>
        <translation>Der Unterschied zwischen gewünschtem und gemeldetem Zustand; beide kommen in eigenen Nachrichten.</translation>
    </message>
    <message>
        <source>The shadow service refused a request: %1</source>
        <translation>Der Shadow-Dienst hat eine Anfrage abgelehnt: %1</translation>
    </message>
    <message>
        <source>The same state comes in the shadow service&apos;s answer.</source>
        <translation>Derselbe Zustand kommt in der Antwort des Shadow-Dienstes.</translation>
    </message>
    <message>
        <source>The shadow is empty.</source>
        <translation>Der Shadow ist leer.</translation>
    </message>
    <message>
        <source>A line of an ESPHome node&apos;s log.</source>
        <translation>Eine Zeile aus dem Protokoll eines ESPHome-Knotens.</translation>
    </message>
    <message>
        <source>A command to an ESPHome node, not telemetry.</source>
        <translation>Ein Befehl an einen ESPHome-Knoten, keine Messwerte.</translation>
    </message>
    <message>
        <source>The state of the ESPHome entity is empty.</source>
        <translation>Der Zustand der ESPHome-Entität ist leer.</translation>
    </message>
    <message>
        <source>The Shelly notification has no values.</source>
        <translation>Die Shelly-Meldung enthält keine Werte.</translation>
    </message>
    <message>
        <source>The same values come as a notification, with their time.</source>
        <translation>Dieselben Werte kommen als Meldung, mit ihrer Zeit.</translation>
    </message>
    <message>
        <source>The Shelly status has no values.</source>
        <translation>Der Shelly-Status enthält keine Werte.</translation>
    </message>
    <message>
        <source>A command to a Shelly device.</source>
        <translation>Ein Befehl an ein Shelly-Gerät.</translation>
    </message>
    <message>
        <source>The announcement names nothing new.</source>
        <translation>Die Ankündigung nennt nichts Neues.</translation>
    </message>
</context>
<context>
    <name>interchange::Tr</name>
    <message>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message numerus="yes">
        <source>%n columns without name and values are left out.</source>
        <translation>
            <numerusform>%n Spalte ohne Namen und Werte wird ausgelassen.</numerusform>
            <numerusform>%n Spalten ohne Namen und Werte werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation>senkrechter Strich</translation>
    </message>
    <message>
        <source>space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>The text is not UTF-8, so it is read as ISO-8859-1.</source>
        <translation>Der Text ist nicht UTF-8; er wird als ISO-8859-1 gelesen.</translation>
    </message>
    <message>
        <source>The text is %1.</source>
        <translation>Der Text ist %1.</translation>
    </message>
    <message>
        <source>%1 % of the rows have %2 fields between each %3.</source>
        <translation>%1 % der Zeilen haben %2 Felder (Trennzeichen: %3).</translation>
    </message>
    <message>
        <source>Numbers are written with a comma.</source>
        <translation>Zahlen sind mit Komma geschrieben.</translation>
    </message>
    <message>
        <source>A &apos; in front of texts that look like formulas is taken away.</source>
        <translation>Ein &apos; vor Texten, die wie Formeln aussehen, wird entfernt.</translation>
    </message>
    <message>
        <source>The rows have one field more than the header: the first is a row number.</source>
        <translation>Die Zeilen haben ein Feld mehr als die Kopfzeile: Das erste ist eine Zeilennummer.</translation>
    </message>
    <message>
        <source>The first row names the columns.</source>
        <translation>Die erste Zeile benennt die Spalten.</translation>
    </message>
    <message>
        <source>The first row has values like the rows below it, so the columns have no names.</source>
        <translation>Die erste Zeile hat Werte wie die Zeilen darunter; die Spalten haben also keine Namen.</translation>
    </message>
    <message>
        <source>%1 stands in %2 cells of %3 columns and fits no other value there; it may mean that nothing was measured.</source>
        <translation>%1 steht in %2 Zellen von %3 Spalten und passt dort zu keinem anderen Wert; vielleicht heißt es, dass nichts gemessen wurde.</translation>
    </message>
    <message>
        <source>%1 is empty; there is nothing to import.</source>
        <translation>%1 ist leer; es gibt nichts einzulesen.</translation>
    </message>
    <message>
        <source>%1 holds binary data and is no table of text; choose another format.</source>
        <translation>%1 enthält Binärdaten und ist keine Texttabelle; wählen Sie ein anderes Format.</translation>
    </message>
    <message>
        <source>%1 has no rows that look like a table.</source>
        <translation>%1 hat keine Zeilen, die wie eine Tabelle aussehen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 has no rows.</source>
        <translation>%1 hat keine Zeilen.</translation>
    </message>
    <message>
        <source>%1 has no rows below its header.</source>
        <translation>%1 hat keine Zeilen unter der Kopfzeile.</translation>
    </message>
    <message>
        <source>%1 has no delimiter that cuts its lines into columns, and no numbers; it is no table.</source>
        <translation>%1 hat kein Trennzeichen, das die Zeilen in Spalten teilt, und keine Zahlen; das ist keine Tabelle.</translation>
    </message>
    <message>
        <source>A table with the same header was read this way before.</source>
        <translation>Eine Tabelle mit derselben Kopfzeile wurde schon einmal so gelesen.</translation>
    </message>
    <message>
        <source>The times give their own offset from UTC.</source>
        <translation>Die Zeiten nennen ihren Abstand zu UTC selbst.</translation>
    </message>
    <message>
        <source>The times give no zone and are taken as UTC; choose the place&apos;s zone if they are local.</source>
        <translation>Die Zeiten nennen keine Zone und gelten als UTC; wählen Sie die Zone des Ortes, wenn es Ortszeiten sind.</translation>
    </message>
    <message>
        <source>The dates start with the year.</source>
        <translation>Die Daten beginnen mit dem Jahr.</translation>
    </message>
    <message>
        <source>Some first numbers of the dates are above 12, so the day comes first.</source>
        <translation>Manche ersten Zahlen der Daten liegen über 12; der Tag steht also vorn.</translation>
    </message>
    <message>
        <source>Some second numbers of the dates are above 12, so the month comes first.</source>
        <translation>Manche zweiten Zahlen der Daten liegen über 12; der Monat steht also vorn.</translation>
    </message>
    <message>
        <source>With the day first the times follow each other more evenly.</source>
        <translation>Mit dem Tag vorn folgen die Zeiten gleichmäßiger aufeinander.</translation>
    </message>
    <message>
        <source>With the month first the times follow each other more evenly.</source>
        <translation>Mit dem Monat vorn folgen die Zeiten gleichmäßiger aufeinander.</translation>
    </message>
    <message>
        <source>The dates can be read with the day or the month first; the day is assumed.</source>
        <translation>Die Daten lassen sich mit dem Tag oder dem Monat vorn lesen; angenommen wird der Tag.</translation>
    </message>
    <message>
        <source>The time stands in %1. %2</source>
        <translation>Die Zeit steht in %1. %2</translation>
    </message>
    <message>
        <source>The date stands in %1, the time of day in %2. %3</source>
        <translation>Das Datum steht in %1, die Uhrzeit in %2. %3</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>Millisekunden</translation>
    </message>
    <message>
        <source>microseconds</source>
        <translation>Mikrosekunden</translation>
    </message>
    <message>
        <source>nanoseconds</source>
        <translation>Nanosekunden</translation>
    </message>
    <message>
        <source>%1 counts %2 since 1970.</source>
        <translation>%1 zählt %2 seit 1970.</translation>
    </message>
    <message>
        <source>%1 is a time without a date, counted in %2; it is laid after 1970-01-01 unless you give a start.</source>
        <translation>%1 ist eine Zeit ohne Datum, gezählt in %2; sie wird ab 1970-01-01 gelegt, wenn Sie keinen Beginn angeben.</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>cycle</source>
        <translation>Zyklus</translation>
    </message>
    <message>
        <source>The first column tells which unit a row is about: the second counts anew with each.</source>
        <translation>Die erste Spalte sagt, um welche Einheit es in einer Zeile geht: Bei jeder zählt die zweite von vorn.</translation>
    </message>
    <message>
        <source>The file has no times, only a count of cycles. Each cycle is laid out as one second after 1970-01-01; give another start or length if you know them.</source>
        <translation>Die Datei hat keine Zeiten, nur gezählte Zyklen. Jeder Zyklus gilt als eine Sekunde ab 1970-01-01; geben Sie einen anderen Beginn oder eine andere Länge an, wenn Sie sie kennen.</translation>
    </message>
    <message>
        <source>%1 names the device of each row.</source>
        <translation>%1 nennt das Gerät jeder Zeile.</translation>
    </message>
    <message>
        <source>No column names a device, so all is of one, named after the file: %1.</source>
        <translation>Keine Spalte nennt ein Gerät; alles gilt als von einem, benannt nach der Datei: %1.</translation>
    </message>
    <message>
        <source>No column holds a time. Rows are laid out one second apart after 1970-01-01; give another start or distance if you know them.</source>
        <translation>Keine Spalte enthält eine Zeit. Die Zeilen folgen ab 1970-01-01 im Abstand von einer Sekunde; geben Sie einen anderen Beginn oder Abstand an, wenn Sie sie kennen.</translation>
    </message>
    <message>
        <source>The remembered way to read this table is damaged.</source>
        <translation>Die gemerkte Leseweise dieser Tabelle ist beschädigt.</translation>
    </message>
    <message>
        <source>The table has no columns.</source>
        <translation>Die Tabelle hat keine Spalten.</translation>
    </message>
    <message>
        <source>More than one column is marked as %1; choose one.</source>
        <translation>Mehr als eine Spalte ist als %1 gekennzeichnet; wählen Sie eine.</translation>
    </message>
    <message>
        <source>Choose either one time column, or a date and a time of day.</source>
        <translation>Wählen Sie entweder eine Zeitspalte oder ein Datum und eine Uhrzeit.</translation>
    </message>
    <message>
        <source>A time of day needs a date column beside it.</source>
        <translation>Eine Uhrzeit braucht eine Datumsspalte daneben.</translation>
    </message>
    <message>
        <source>Choose the column that holds the time.</source>
        <translation>Wählen Sie die Spalte mit der Zeit.</translation>
    </message>
    <message>
        <source>The unit or period of time must be more than 0.</source>
        <translation>Die Einheit oder Dauer der Zeit muss größer als 0 sein.</translation>
    </message>
    <message>
        <source>There is no time zone named %1.</source>
        <translation>Eine Zeitzone namens %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>No column is left to be a signal.</source>
        <translation>Es bleibt keine Spalte für ein Signal übrig.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows were skipped, because their time cannot be read.</source>
        <translation>
            <numerusform>%n Zeile wurde übersprungen, weil ihre Zeit nicht lesbar ist.</numerusform>
            <numerusform>%n Zeilen wurden übersprungen, weil ihre Zeit nicht lesbar ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have fewer fields than there are columns; what is not there was left out.</source>
        <translation>
            <numerusform>%n Zeile hat weniger Felder, als es Spalten gibt; was fehlt, wurde ausgelassen.</numerusform>
            <numerusform>%n Zeilen haben weniger Felder, als es Spalten gibt; was fehlt, wurde ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have more fields than there are columns; the surplus was left out.</source>
        <translation>
            <numerusform>%n Zeile hat mehr Felder, als es Spalten gibt; die überzähligen wurden ausgelassen.</numerusform>
            <numerusform>%n Zeilen haben mehr Felder, als es Spalten gibt; die überzähligen wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells of number columns are no numbers; they were kept as text.</source>
        <translation>
            <numerusform>%n Zelle einer Zahlenspalte ist keine Zahl; sie wurde als Text behalten.</numerusform>
            <numerusform>%n Zellen von Zahlenspalten sind keine Zahlen; sie wurden als Text behalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts hold bytes that are not in the chosen encoding; those were replaced.</source>
        <translation>
            <numerusform>%n Text enthält Bytes, die es in der gewählten Kodierung nicht gibt; sie wurden ersetzt.</numerusform>
            <numerusform>%n Texte enthalten Bytes, die es in der gewählten Kodierung nicht gibt; sie wurden ersetzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are earlier than the row before them; they were kept in the order of the file.</source>
        <translation>
            <numerusform>%n Zeile ist früher als die Zeile davor; die Reihenfolge der Datei blieb erhalten.</numerusform>
            <numerusform>%n Zeilen sind früher als die Zeile davor; die Reihenfolge der Datei blieb erhalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows do not name their device; the name of the file stands for it.</source>
        <translation>
            <numerusform>%n Zeile nennt ihr Gerät nicht; der Name der Datei steht dafür.</numerusform>
            <numerusform>%n Zeilen nennen ihr Gerät nicht; der Name der Datei steht dafür.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file ends inside of a quoted text.</source>
        <translation>Die Datei endet in einem Text in Anführungszeichen.</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>%1 (column %2)</source>
        <translation>%1 (Spalte %2)</translation>
    </message>
    <message>
        <source>%1, &quot;%2&quot;</source>
        <translation>%1, „%2“</translation>
    </message>
    <message>
        <source>%1, &quot;%2&quot; in %3</source>
        <translation>%1, „%2“ in %3</translation>
    </message>
    <message>
        <source>Line %1 has more than %2 fields; choose another delimiter.</source>
        <translation>Zeile %1 hat mehr als %2 Felder; wählen Sie ein anderes Trennzeichen.</translation>
    </message>
    <message>
        <source>The record in line %1 is longer than %2 KiB; a quote may not be closed there, or this is no table.</source>
        <translation>Der Satz in Zeile %1 ist länger als %2 KiB; vielleicht fehlt dort ein schließendes Anführungszeichen, oder dies ist keine Tabelle.</translation>
    </message>
    <message numerus="yes">
        <source>%n samples are of signals that have no column and were left out.</source>
        <translation>
            <numerusform>%n Messwert gehört zu einem Signal ohne Spalte und wurde ausgelassen.</numerusform>
            <numerusform>%n Messwerte gehören zu Signalen ohne Spalte und wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n samples are of other quality than good; a table with one column per signal cannot say so.</source>
        <translation>
            <numerusform>%n Messwert ist von anderer als guter Güte; eine Tabelle mit einer Spalte je Signal kann das nicht sagen.</numerusform>
            <numerusform>%n Messwerte sind von anderer als guter Güte; eine Tabelle mit einer Spalte je Signal kann das nicht sagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n lines are empty; mosquitto_sub writes one with %J for a message that is not JSON, and that message is lost.</source>
        <translation>
            <numerusform>%n Zeile ist leer; mosquitto_sub schreibt so eine bei %J für eine Nachricht, die kein JSON ist, und diese Nachricht ist verloren.</numerusform>
            <numerusform>%n Zeilen sind leer; mosquitto_sub schreibt so eine bei %J für eine Nachricht, die kein JSON ist, und diese Nachricht ist verloren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines are no JSON objects and were skipped.</source>
        <translation>
            <numerusform>%n Zeile ist kein JSON-Objekt und wurde übersprungen.</numerusform>
            <numerusform>%n Zeilen sind keine JSON-Objekte und wurden übersprungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines are longer than %1 MiB and were skipped.</source>
        <translation>
            <numerusform>%n Zeile ist länger als %1 MiB und wurde übersprungen.</numerusform>
            <numerusform>%n Zeilen sind länger als %1 MiB und wurden übersprungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines have no topic and were skipped.</source>
        <translation>
            <numerusform>%n Zeile hat kein Thema und wurde übersprungen.</numerusform>
            <numerusform>%n Zeilen haben kein Thema und wurden übersprungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines have no readable time (tst, time, timestamp or ts) and were skipped.</source>
        <translation>
            <numerusform>%n Zeile hat keine lesbare Zeit (tst, time, timestamp oder ts) und wurde übersprungen.</numerusform>
            <numerusform>%n Zeilen haben keine lesbare Zeit (tst, time, timestamp oder ts) und wurden übersprungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payloads were binary and were not written whole by mosquitto_sub; those messages were skipped.</source>
        <translation>
            <numerusform>%n Nutzlast war binär und wurde von mosquitto_sub nicht vollständig geschrieben; die Nachricht wurde übersprungen.</numerusform>
            <numerusform>%n Nutzlasten waren binär und wurden von mosquitto_sub nicht vollständig geschrieben; die Nachrichten wurden übersprungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payloads are JSON that mosquitto_sub has written anew: the values are there, but not the sender&apos;s very bytes, and long numbers may be rounded.</source>
        <translation>
            <numerusform>%n Nutzlast ist JSON, das mosquitto_sub neu geschrieben hat: Die Werte sind da, aber nicht genau die Bytes des Senders, und lange Zahlen können gerundet sein.</numerusform>
            <numerusform>%n Nutzlasten sind JSON, das mosquitto_sub neu geschrieben hat: Die Werte sind da, aber nicht genau die Bytes des Senders, und lange Zahlen können gerundet sein.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines have no payload that can be read and were skipped.</source>
        <translation>
            <numerusform>%n Zeile hat keine lesbare Nutzlast und wurde übersprungen.</numerusform>
            <numerusform>%n Zeilen haben keine lesbare Nutzlast und wurden übersprungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages come from connections beyond the first %1 and are listed under the last of those.</source>
        <translation>
            <numerusform>%n Nachricht kommt von einer Verbindung jenseits der ersten %1 und steht unter der letzten davon.</numerusform>
            <numerusform>%n Nachrichten kommen von Verbindungen jenseits der ersten %1 und stehen unter der letzten davon.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has no line that is a JSON object with a topic, a time and a payload.</source>
        <translation>%1 hat keine Zeile, die ein JSON-Objekt mit Thema, Zeit und Nutzlast ist.</translation>
    </message>
    <message>
        <source>%1 does not look like messages in JSON Lines: none of its first %2 lines is a JSON object with a topic, a time and a payload.</source>
        <translation>%1 sieht nicht wie Nachrichten in JSON Lines aus: Keine der ersten %2 Zeilen ist ein JSON-Objekt mit Thema, Zeit und Nutzlast.</translation>
    </message>
    <message numerus="yes">
        <source>%n chunks are damaged (they cannot be unpacked) and were skipped.</source>
        <translation>
            <numerusform>%n Block ist beschädigt (nicht zu entpacken) und wurde übersprungen.</numerusform>
            <numerusform>%n Blöcke sind beschädigt (nicht zu entpacken) und wurden übersprungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunks are damaged (their checksum is wrong) and were skipped.</source>
        <translation>
            <numerusform>%n Block ist beschädigt (falsche Prüfsumme) und wurde übersprungen.</numerusform>
            <numerusform>%n Blöcke sind beschädigt (falsche Prüfsumme) und wurden übersprungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records contradict themselves and were skipped.</source>
        <translation>
            <numerusform>%n Satz widerspricht sich und wurde übersprungen.</numerusform>
            <numerusform>%n Sätze widersprechen sich und wurden übersprungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunks are compressed in a way that is not known here and were skipped.</source>
        <translation>
            <numerusform>%n Block ist auf eine hier nicht bekannte Weise gepackt und wurde übersprungen.</numerusform>
            <numerusform>%n Blöcke sind auf eine hier nicht bekannte Weise gepackt und wurden übersprungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records or chunks are larger than %1 MiB and were skipped.</source>
        <translation>
            <numerusform>%n Satz oder Block ist größer als %1 MiB und wurde übersprungen.</numerusform>
            <numerusform>%n Sätze oder Blöcke sind größer als %1 MiB und wurden übersprungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages belong to channels that the file does not describe, and were skipped.</source>
        <translation>
            <numerusform>%n Nachricht gehört zu einem Kanal, den die Datei nicht beschreibt, und wurde übersprungen.</numerusform>
            <numerusform>%n Nachrichten gehören zu Kanälen, die die Datei nicht beschreibt, und wurden übersprungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages have a time beyond the year 2262 and were skipped.</source>
        <translation>
            <numerusform>%n Nachricht hat eine Zeit jenseits des Jahres 2262 und wurde übersprungen.</numerusform>
            <numerusform>%n Nachrichten haben eine Zeit jenseits des Jahres 2262 und wurden übersprungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachments were passed over.</source>
        <translation>
            <numerusform>%n Anhang wurde übergangen.</numerusform>
            <numerusform>%n Anhänge wurden übergangen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The checksum over the whole data is wrong: something in the file was changed.</source>
        <translation>Die Prüfsumme über alle Daten ist falsch: Etwas in der Datei wurde verändert.</translation>
    </message>
    <message>
        <source>The file has no proper end; it was read as far as it goes.</source>
        <translation>Die Datei hat kein richtiges Ende; sie wurde gelesen, so weit sie reicht.</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <source>%1 cannot be read beyond %2 bytes: %3.</source>
        <translation>%1 ist nach %2 Bytes nicht weiter lesbar: %3.</translation>
    </message>
    <message>
        <source>%1 is no MCAP file: it does not start like one.</source>
        <translation>%1 ist keine MCAP-Datei: Sie beginnt nicht wie eine.</translation>
    </message>
    <message>
        <source>%1 messages are encoded as &quot;%2&quot; and come as raw bytes.</source>
        <translation>%1 Nachrichten sind als „%2“ kodiert und kommen als rohe Bytes.</translation>
    </message>
    <message numerus="yes">
        <source>%n messages were written without their MQTT 5 properties: each set of them needs a channel, and MCAP has no room for so many.</source>
        <translation>
            <numerusform>%n Nachricht wurde ohne ihre MQTT-5-Eigenschaften geschrieben: Jeder Satz davon braucht einen Kanal, und für so viele hat MCAP keinen Platz.</numerusform>
            <numerusform>%n Nachrichten wurden ohne ihre MQTT-5-Eigenschaften geschrieben: Jeder Satz davon braucht einen Kanal, und für so viele hat MCAP keinen Platz.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages are older than 1970, which MCAP cannot say; they were written as of 1970-01-01.</source>
        <translation>
            <numerusform>%n Nachricht ist älter als 1970, was MCAP nicht ausdrücken kann; sie wurde mit 1970-01-01 geschrieben.</numerusform>
            <numerusform>%n Nachrichten sind älter als 1970, was MCAP nicht ausdrücken kann; sie wurden mit 1970-01-01 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>Nachricht %1</translation>
    </message>
    <message>
        <source>MCAP has room for %1 channels, and there are more topics than that; export fewer of them, or use JSON Lines.</source>
        <translation>MCAP hat Platz für %1 Kanäle, und es gibt mehr Themen als das; geben Sie weniger davon aus, oder nehmen Sie JSON Lines.</translation>
    </message>
    <message>
        <source>A part of the export cannot be compressed.</source>
        <translation>Ein Teil des Exports lässt sich nicht packen.</translation>
    </message>
    <message>
        <source>Place: %1.</source>
        <translation>Stelle: %1.</translation>
    </message>
    <message>
        <source>First place: %1.</source>
        <translation>Erste Stelle: %1.</translation>
    </message>
    <message>
        <source>%1 is a folder; choose a file in it.</source>
        <translation>%1 ist ein Ordner; wählen Sie eine Datei darin.</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2.</source>
        <translation>%1 lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>Reading failed after %1 bytes: %2.</source>
        <translation>Das Lesen schlug nach %1 Bytes fehl: %2.</translation>
    </message>
    <message>
        <source>The export was stopped; no file was written.</source>
        <translation>Der Export wurde angehalten; keine Datei wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>recording::Recorder</name>
    <message>
        <source>%1 is there already; a recording never overwrites a file. Choose another name.</source>
        <translation>%1 gibt es schon; eine Aufzeichnung überschreibt nie eine Datei. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be written.</source>
        <translation>
            <numerusform>%n Nachricht konnte nicht geschrieben werden.</numerusform>
            <numerusform>%n Nachrichten konnten nicht geschrieben werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) could not be written.</source>
        <translation>
            <numerusform>%n Messwert konnte nicht geschrieben werden.</numerusform>
            <numerusform>%n Messwerte konnten nicht geschrieben werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recording::Recording</name>
    <message>
        <source>There is no recording %1.</source>
        <translation>Die Aufzeichnung %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 is not a recording of Pilothouse.</source>
        <translation>%1 ist keine Aufzeichnung von Pilothouse.</translation>
    </message>
    <message>
        <source>%1 is not a recording, or its first page is damaged.</source>
        <translation>%1 ist keine Aufzeichnung, oder ihre erste Seite ist beschädigt.</translation>
    </message>
    <message>
        <source>Chunk %1 %2; its %3 messages are left out.</source>
        <translation>Block %1 %2; seine %3 Nachrichten werden ausgelassen.</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>does not have the digest it was written with</source>
        <translation>hat nicht die Prüfsumme, mit der er geschrieben wurde</translation>
    </message>
    <message>
        <source>cannot be decoded</source>
        <translation>lässt sich nicht entschlüsseln</translation>
    </message>
    <message>
        <source>Checking %1 was cancelled.</source>
        <translation>Die Prüfung von %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The database says: %1.</source>
        <translation>Die Datenbank sagt: %1.</translation>
    </message>
    <message>
        <source>Messages %1 to %2 are missing.</source>
        <translation>Die Nachrichten %1 bis %2 fehlen.</translation>
    </message>
    <message>
        <source>Snapshot %1 does not have the digest it was written with; seeking there starts from the one before.</source>
        <translation>Der Zustand bei %1 hat nicht die Prüfsumme, mit der er geschrieben wurde; ein Sprung dorthin beginnt beim vorigen.</translation>
    </message>
    <message>
        <source>The samples of %1 cannot be read: %2</source>
        <translation>Die Werte von %1 lassen sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 blocks of samples of %2 are damaged and left out; the messages they came from are not concerned.</source>
        <translation>%1 Werteblöcke von %2 sind beschädigt und werden ausgelassen; die Nachrichten, aus denen sie kamen, betrifft das nicht.</translation>
    </message>
    <message>
        <source>The index of the chunks is damaged behind message %1; what may follow cannot be found.</source>
        <translation>Das Verzeichnis der Blöcke ist hinter Nachricht %1 beschädigt; was noch folgen mag, ist nicht zu finden.</translation>
    </message>
    <message>
        <source>The index of the chunks is damaged in the middle.</source>
        <translation>Das Verzeichnis der Blöcke ist in der Mitte beschädigt.</translation>
    </message>
    <message>
        <source>Chunk %1 stands in the index with an impossible number of messages; it is left out.</source>
        <translation>Block %1 steht im Verzeichnis mit einer unmöglichen Zahl von Nachrichten; er wird ausgelassen.</translation>
    </message>
</context>
<context>
    <name>recording::Schema</name>
    <message>
        <source>%1 was never begun as a recording; there is nothing in it.</source>
        <translation>%1 wurde nie als Aufzeichnung begonnen; es ist nichts darin.</translation>
    </message>
    <message>
        <source>The recording %1 was made by a newer Pilothouse (version %2, this one knows %3); update Pilothouse.</source>
        <translation>Die Aufzeichnung %1 stammt von einem neueren Pilothouse (Version %2, dieses kennt %3); aktualisieren Sie Pilothouse.</translation>
    </message>
</context>
<context>
    <name>replay::Export</name>
    <message>
        <source>The export was cancelled; nothing was kept.</source>
        <translation>Der Export wurde abgebrochen; nichts wurde behalten.</translation>
    </message>
</context>
<context>
    <name>replay::Import</name>
    <message>
        <source>The import stood still and was given up.</source>
        <translation>Das Einlesen stand still und wurde aufgegeben.</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was kept.</source>
        <translation>Das Einlesen wurde abgebrochen; nichts wurde behalten.</translation>
    </message>
    <message>
        <source>There is no message in it to import.</source>
        <translation>Es ist keine Nachricht zum Einlesen darin.</translation>
    </message>
</context>
<context>
    <name>replay::RecordingDesk</name>
    <message>
        <source>The folder for recordings %1 cannot be made; name a file.</source>
        <translation>Der Ordner für Aufzeichnungen %1 lässt sich nicht anlegen; nennen Sie eine Datei.</translation>
    </message>
</context>
<context>
    <name>store::Database</name>
    <message>
        <source>The file %1 cannot be opened: %2.</source>
        <translation>Die Datei %1 lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>The file %1 cannot grow, the disk is full; free some space.</source>
        <translation>Die Datei %1 kann nicht wachsen, die Platte ist voll; schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written; check the permissions of the file and its folder.</source>
        <translation>Die Datei %1 ist nicht beschreibbar; prüfen Sie die Rechte der Datei und ihres Ordners.</translation>
    </message>
    <message>
        <source>The file %1 is damaged (%2); move it aside to start a new one.</source>
        <translation>Die Datei %1 ist beschädigt (%2); legen Sie sie beiseite, um eine neue zu beginnen.</translation>
    </message>
    <message>
        <source>The file %1 is locked by another program.</source>
        <translation>Die Datei %1 ist von einem anderen Programm gesperrt.</translation>
    </message>
    <message>
        <source>Reading the history was cancelled.</source>
        <translation>Das Lesen des Verlaufs wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The file %1 cannot be used: %2.</source>
        <translation>Die Datei %1 ist nicht brauchbar: %2.</translation>
    </message>
</context>
<context>
    <name>store::Historian</name>
    <message>
        <source>There is no history %1.</source>
        <translation>Es gibt keinen Verlauf %1.</translation>
    </message>
    <message>
        <source>The folder of %1 does not exist.</source>
        <translation>Den Ordner von %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>A window needs a start before its end, at most 292 years, and at least one column.</source>
        <translation>Ein Fenster braucht einen Anfang vor seinem Ende, höchstens 292 Jahre und mindestens eine Spalte.</translation>
    </message>
</context>
<context>
    <name>store::OpenSet</name>
    <message>
        <source>The history %1 is damaged (a journal row cannot be read); move it aside to start a new one.</source>
        <translation>Der Verlauf %1 ist beschädigt (eine Zeile ist nicht lesbar); legen Sie ihn beiseite, um einen neuen zu beginnen.</translation>
    </message>
</context>
<context>
    <name>store::Schema</name>
    <message>
        <source>%1 is a database of another program; choose another file.</source>
        <translation>%1 ist die Datenbank eines anderen Programms; wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The history %1 was written by a newer Pilothouse (version %2, this one knows %3); update Pilothouse.</source>
        <translation>Der Verlauf %1 stammt von einem neueren Pilothouse (Version %2, dieses kennt %3); erneuern Sie Pilothouse.</translation>
    </message>
    <message>
        <source>The folder of %1 does not support SQLite&apos;s write-ahead log; use a local disk.</source>
        <translation>Der Ordner von %1 trägt SQLites Write-ahead-Log nicht; benutzen Sie eine lokale Platte.</translation>
    </message>
    <message>
        <source>The history %1 is of an older version; open it once for writing.</source>
        <translation>Der Verlauf %1 hat eine ältere Version; öffnen Sie ihn einmal zum Schreiben.</translation>
    </message>
</context>
<context>
    <name>store::Writer</name>
    <message>
        <source>The history is closed.</source>
        <translation>Der Verlauf ist geschlossen.</translation>
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
    <name>ui::ChartTable</name>
    <message>
        <source>on and off</source>
        <translation>ein und aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>%1 … %2 (%3 samples)</source>
        <translation>%1 … %2 (%3 Messwerte)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>ui::Columns</name>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
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
    <name>ui::ConfidencePage</name>
    <message>
        <source>No model has answered yet.</source>
        <translation>Noch hat kein Modell geantwortet.</translation>
    </message>
    <message>
        <source>A message with a label and a confidence, score or probability is recognised as a model&apos;s answer.</source>
        <translation>Eine Nachricht mit einer Bezeichnung und einer Sicherheit, Bewertung oder Wahrscheinlichkeit gilt als Antwort eines Modells.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Filter: text, or device:P-104 model:pump label:normal</source>
        <translation>Filter: Text oder device:P-104 model:pump label:normal</translation>
    </message>
    <message>
        <source>Confidence of each model on each device</source>
        <translation>Sicherheit jedes Modells auf jedem Gerät</translation>
    </message>
    <message>
        <source>Choose a row</source>
        <translation>Wählen Sie eine Zeile</translation>
    </message>
    <message>
        <source>Confidence is what the model says of itself. It is a probability only where the model is calibrated; an overconfident model is sure and wrong.</source>
        <translation>Sicherheit ist, was das Modell von sich selbst sagt. Eine Wahrscheinlichkeit ist sie nur bei einem kalibrierten Modell; ein allzu sicheres irrt sich und ist sicher.</translation>
    </message>
    <message>
        <source>Chart the last %1</source>
        <translation>Die letzten %1 zeichnen</translation>
    </message>
    <message>
        <source>Group by model</source>
        <translation>Nach Modell gruppieren</translation>
    </message>
    <message>
        <source>Shows the devices of each model version under its name</source>
        <translation>Zeigt die Geräte jeder Modellversion unter ihrem Namen</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Copies the selected rows, or all that are shown</source>
        <translation>Kopiert die gewählten Zeilen oder alle gezeigten</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>No model has answered yet</source>
        <translation>Noch hat kein Modell geantwortet</translation>
    </message>
    <message>
        <source>All %1 models on devices are at or above %2</source>
        <translation>Alle %1 Modelle auf Geräten liegen bei %2 oder darüber</translation>
    </message>
    <message>
        <source>%1 of %2 are below %3; longest %4 on %5, for %6</source>
        <translation>%1 von %2 liegen unter %3; am längsten %4 auf %5, seit %6</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>%1 answers since %2 · mean %3 · below %4 in %5 of them · last label %6</source>
        <translation>%1 Antworten seit %2 · Mittel %3 · unter %4 in %5 davon · letzte Bezeichnung %6</translation>
    </message>
    <message>
        <source>Confidence %1</source>
        <translation>Sicherheit %1</translation>
    </message>
</context>
<context>
    <name>ui::ConfidenceRows</name>
    <message>
        <source>%1: %2 on average, %3 of %4 devices below</source>
        <translation>%1: im Mittel %2, %3 von %4 Geräten darunter</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Recent mean</source>
        <translation>Mittel zuletzt</translation>
    </message>
    <message>
        <source>Below now for</source>
        <translation>Darunter seit</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Darunter</translation>
    </message>
    <message>
        <source>Longest run</source>
        <translation>Längste Strecke</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Last label</source>
        <translation>Letzte Bezeichnung</translation>
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
    <message>
        <source>MQTT engine</source>
        <translation>MQTT-Bibliothek</translation>
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
        <source>Encrypt with TLS; the server&apos;s certificate is always verified</source>
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
        <source>Allow Pilothouse to publish on the connection &quot;%1&quot;?</source>
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
    <message>
        <source>It will publish nothing but requests for Sparkplug births.</source>
        <translation>Sie sendet nichts außer Bitten um Sparkplug-Anmeldungen.</translation>
    </message>
    <message>
        <source>It may publish when somebody confirms, and asks for Sparkplug births.</source>
        <translation>Sie darf nach Bestätigung senden und bittet um Sparkplug-Anmeldungen.</translation>
    </message>
    <message>
        <source>Ask Sparkplug edge nodes for their births</source>
        <translation>Sparkplug-Knoten um ihre Anmeldung bitten</translation>
    </message>
    <message>
        <source>A Sparkplug node says what its numbers mean in its birth message, which brokers do not keep. When the birth was missed, the console can ask for it again: a command to the node, at most one in 5 s, then ever more seldom.</source>
        <translation>Ein Sparkplug-Knoten sagt in seiner Anmeldung (birth), was seine Zahlen bedeuten; Broker bewahren sie nicht auf. Wurde sie verpasst, kann die Konsole noch einmal darum bitten: ein Befehl an den Knoten, höchstens einer in 5 s, dann immer seltener.</translation>
    </message>
    <message>
        <source>unless read-only</source>
        <translation>außer wenn nur gelesen wird</translation>
    </message>
    <message>
        <source>always, also when read-only</source>
        <translation>immer, auch wenn nur gelesen wird</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Ask Sparkplug nodes for missed births</source>
        <translation>Sparkplug-Knoten um verpasste Anmeldungen bitten</translation>
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
        <source>Delete the connection &quot;%1&quot; (%2)?</source>
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
    <name>ui::DeviceDetail</name>
    <message>
        <source>Property</source>
        <translation>Eigenschaft</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Recent mean</source>
        <translation>Mittel zuletzt</translation>
    </message>
    <message>
        <source>Below limit</source>
        <translation>Unter Grenze</translation>
    </message>
    <message>
        <source>Below now for</source>
        <translation>Darunter seit</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Show on Telemetry</source>
        <translation>In Telemetrie zeigen</translation>
    </message>
    <message>
        <source>Show topics</source>
        <translation>Themen zeigen</translation>
    </message>
    <message>
        <source>Signals of the device</source>
        <translation>Signale des Geräts</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Talks, and nothing says otherwise.</source>
        <translation>Spricht, und nichts sagt etwas anderes.</translation>
    </message>
    <message>
        <source>Last seen %1.</source>
        <translation>Zuletzt gesehen %1.</translation>
    </message>
    <message>
        <source>%1 since %2.</source>
        <translation>%1 seit %2.</translation>
    </message>
    <message>
        <source>Name in messages</source>
        <translation>Name in Nachrichten</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Device model</source>
        <translation>Gerätemodell</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Hangs on</source>
        <translation>Hängt an</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Edge model %1</source>
        <translation>Edge-Modell %1</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Missing by sequence number</source>
        <translation>Fehlend nach Folgenummer</translation>
    </message>
    <message>
        <source>Talks about every</source>
        <translation>Spricht etwa alle</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>History is off: nothing is stored in this session.</source>
        <translation>Der Verlauf ist aus: in dieser Sitzung wird nichts gespeichert.</translation>
    </message>
    <message>
        <source>Well again</source>
        <translation>Wieder in Ordnung</translation>
    </message>
    <message>
        <source>Nothing happened to this device in the last 7 days.</source>
        <translation>Mit diesem Gerät geschah in den letzten 7 Tagen nichts.</translation>
    </message>
    <message>
        <source>Last 7 days, newest first</source>
        <translation>Letzte 7 Tage, neueste zuerst</translation>
    </message>
</context>
<context>
    <name>ui::DeviceRows</name>
    <message>
        <source>gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>heard of only</source>
        <translation>nur davon gehört</translation>
    </message>
    <message>
        <source>device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>No site</source>
        <translation>Ohne Standort</translation>
    </message>
    <message>
        <source>%1: all %2 well</source>
        <translation>%1: alle %2 in Ordnung</translation>
    </message>
    <message>
        <source>%1: %2 of %3 well</source>
        <translation>%1: %2 von %3 in Ordnung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
</context>
<context>
    <name>ui::DevicesPage</name>
    <message>
        <source>Filter: text, or state:offline site:&quot;North plant&quot; model:pump</source>
        <translation>Filter: Text oder state:offline site:&quot;Nordwerk&quot; model:pump</translation>
    </message>
    <message>
        <source>No device has spoken yet.</source>
        <translation>Noch hat kein Gerät gesprochen.</translation>
    </message>
    <message>
        <source>Devices are found from topics and messages; nothing has to be configured.</source>
        <translation>Geräte werden aus Themen und Nachrichten erkannt; einzurichten ist nichts.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Group by site</source>
        <translation>Nach Standort gruppieren</translation>
    </message>
    <message>
        <source>Shows the devices of each site under its name</source>
        <translation>Zeigt die Geräte jedes Standorts unter seinem Namen</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Copies the selected devices, or all that are shown</source>
        <translation>Kopiert die gewählten Geräte oder alle gezeigten</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1; %n gateway(s) carry them</source>
        <translation>
            <numerusform>%1; %n Gateway trägt sie</numerusform>
            <numerusform>%1; %n Gateways tragen sie</numerusform>
        </translation>
    </message>
    <message>
        <source>No device has spoken yet</source>
        <translation>Noch kein Gerät hat sich gemeldet</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Device, %1</source>
        <translation>Gerät, %1</translation>
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
    <name>ui::ExplorePage</name>
    <message>
        <source>Search topics: all words must occur</source>
        <translation>Themen suchen: alle Wörter müssen vorkommen</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Topics found</source>
        <translation>Gefundene Themen</translation>
    </message>
    <message>
        <source>Choose a topic</source>
        <translation>Wählen Sie ein Thema</translation>
    </message>
    <message>
        <source>Messages of the topic</source>
        <translation>Nachrichten des Themas</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Its messages, their content and what was understood of them appear here.</source>
        <translation>Seine Nachrichten, ihr Inhalt und was davon verstanden wurde erscheinen hier.</translation>
    </message>
    <message>
        <source>Show the busiest topic</source>
        <translation>Das regste Thema zeigen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Holds the list of messages; nothing is lost meanwhile</source>
        <translation>Hält die Liste der Nachrichten an; verloren geht dabei nichts</translation>
    </message>
    <message>
        <source>Find topic</source>
        <translation>Thema finden</translation>
    </message>
    <message>
        <source>Goes to the search line</source>
        <translation>Geht zur Suchzeile</translation>
    </message>
    <message>
        <source>Copy topic</source>
        <translation>Thema kopieren</translation>
    </message>
    <message>
        <source>Copies the name of the topic</source>
        <translation>Kopiert den Namen des Themas</translation>
    </message>
    <message>
        <source>Copy payload</source>
        <translation>Nutzlast kopieren</translation>
    </message>
    <message>
        <source>Copies the payload as text, or as hex when it is binary</source>
        <translation>Kopiert die Nutzlast als Text, oder als Hex, wenn sie binär ist</translation>
    </message>
    <message>
        <source>Pin decoder…</source>
        <translation>Leser festlegen…</translation>
    </message>
    <message>
        <source>Says how topics are to be decoded where detection is wrong</source>
        <translation>Sagt, wie Themen zu lesen sind, wo die Erkennung falsch liegt</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Senden…</translation>
    </message>
    <message>
        <source>Shows the panel to publish a message</source>
        <translation>Zeigt das Feld zum Senden einer Nachricht</translation>
    </message>
    <message>
        <source>No topic has been seen yet.</source>
        <translation>Noch wurde kein Thema gesehen.</translation>
    </message>
    <message>
        <source>Topics appear here as soon as a connection receives messages.</source>
        <translation>Themen erscheinen hier, sobald eine Verbindung Nachrichten empfängt.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>%1 topics</source>
        <translation>%1 Themen</translation>
    </message>
    <message>
        <source>%1 of %2 topics so far</source>
        <translation>%1 von %2 Themen bisher</translation>
    </message>
    <message>
        <source>%1; the cap on topics was hit, %2 messages are not listed</source>
        <translation>%1; die Höchstzahl der Themen ist erreicht, %2 Nachrichten sind nicht gelistet</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The first %1 topics with these words</source>
        <translation>Die ersten %1 Themen mit diesen Wörtern</translation>
    </message>
    <message>
        <source>No topic has all these words</source>
        <translation>Kein Thema hat alle diese Wörter</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n Thema</numerusform>
            <numerusform>%n Themen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>%1 Nachrichten</translation>
    </message>
    <message>
        <source>decoded as %1</source>
        <translation>gelesen als %1</translation>
    </message>
    <message>
        <source>%1 passed too fast to list</source>
        <translation>%1 gingen zu schnell vorbei</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pin decoder</source>
        <translation>Leser festlegen</translation>
    </message>
    <message>
        <source>This topic comes from no saved connection, so there is nowhere to keep the mapping.</source>
        <translation>Dieses Thema kommt von keiner gespeicherten Verbindung; die Zuordnung hat keinen Ort.</translation>
    </message>
    <message>
        <source>Topic, %1 messages</source>
        <translation>Thema, %1 Nachrichten</translation>
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
    <name>ui::HistoryModel</name>
    <message>
        <source>QoS %1</source>
        <translation>QoS %1</translation>
    </message>
    <message>
        <source>retained</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>repeated</source>
        <translation>wiederholt</translation>
    </message>
    <message>
        <source>properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>gekürzt</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Nutzlast</translation>
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
    <message>
        <source>REPLAY %1 – %2</source>
        <translation>WIEDERGABE %1 – %2</translation>
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
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
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
        <source>%1 below</source>
        <translation>%1 darunter</translation>
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
    <message>
        <source>Devices, signals and models appear by themselves once something is connected.</source>
        <translation>Geräte, Signale und Modelle erscheinen von selbst, sobald etwas verbunden ist.</translation>
    </message>
    <message>
        <source>Everything talks; %1 messages were lost since the start.</source>
        <translation>Alles spricht; seit dem Start gingen %1 Nachrichten verloren.</translation>
    </message>
    <message numerus="yes">
        <source>Everything talks and nothing was lost; %n model(s) are unsure at the moment.</source>
        <translation>
            <numerusform>Alles spricht, nichts ging verloren; %n Modell ist gerade unsicher.</numerusform>
            <numerusform>Alles spricht, nichts ging verloren; %n Modelle sind gerade unsicher.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything talks, nothing was lost, no model is unsure.</source>
        <translation>Alles spricht, nichts ging verloren, kein Modell ist unsicher.</translation>
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
    <name>ui::PayloadView</name>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Eigenschaft</translation>
    </message>
    <message>
        <source>Structure of the payload</source>
        <translation>Aufbau der Nutzlast</translation>
    </message>
    <message>
        <source>Payload as text</source>
        <translation>Nutzlast als Text</translation>
    </message>
    <message>
        <source>Payload in hex</source>
        <translation>Nutzlast in Hex</translation>
    </message>
    <message>
        <source>Changes since the message before</source>
        <translation>Änderungen seit der vorigen Nachricht</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>The payload is empty.</source>
        <translation>Die Nutzlast ist leer.</translation>
    </message>
    <message>
        <source>A limit of the viewer was hit: the rest is in Text and Hex.</source>
        <translation>Eine Grenze der Ansicht ist erreicht: der Rest steht unter Text und Hex.</translation>
    </message>
    <message>
        <source>There is no message before this one in memory.</source>
        <translation>Vor dieser ist keine Nachricht im Speicher.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Number in this session</source>
        <translation>Nummer in dieser Sitzung</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>QoS</source>
        <translation>QoS</translation>
    </message>
    <message>
        <source>Retained</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Inhaltsart</translation>
    </message>
    <message>
        <source>Response topic</source>
        <translation>Antwortthema</translation>
    </message>
    <message>
        <source>Correlation data</source>
        <translation>Zuordnungsdaten</translation>
    </message>
    <message>
        <source>Expires after</source>
        <translation>Verfällt nach</translation>
    </message>
    <message>
        <source>Payload format</source>
        <translation>Format der Nutzlast</translation>
    </message>
    <message>
        <source>UTF-8 text</source>
        <translation>UTF-8-Text</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
</context>
<context>
    <name>ui::PinPanel</name>
    <message>
        <source>Keep and show, do not decode</source>
        <translation>Behalten und zeigen, nicht lesen</translation>
    </message>
    <message>
        <source>Pin decoder</source>
        <translation>Leser festlegen</translation>
    </message>
    <message>
        <source>Detect</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>{2} is topic level 2, {/id} the member id, other text itself</source>
        <translation>{2} ist Themenebene 2, {/id} das Feld id, anderer Text er selbst</translation>
    </message>
    <message>
        <source>as found</source>
        <translation>wie gefunden</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Festlegen</translation>
    </message>
    <message>
        <source>Topics (+ and # allowed)</source>
        <translation>Themen (+ und # erlaubt)</translation>
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
        <source>Time, JSON pointer</source>
        <translation>Zeit, JSON-Zeiger</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>The message shown gives</source>
        <translation>Die gezeigte Nachricht ergibt</translation>
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
    <name>ui::PositionSlider</name>
    <message>
        <source>Position in the recording</source>
        <translation>Stelle in der Aufzeichnung</translation>
    </message>
</context>
<context>
    <name>ui::PublishPanel</name>
    <message>
        <source>Retain</source>
        <translation>Behalten lassen</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Senden…</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <source>QoS %1</source>
        <translation>QoS %1</translation>
    </message>
    <message>
        <source>name: value, one a line</source>
        <translation>Name: Wert, je Zeile einer</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Nutzlast</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Inhaltsart</translation>
    </message>
    <message>
        <source>Response topic</source>
        <translation>Antwortthema</translation>
    </message>
    <message>
        <source>User properties</source>
        <translation>Eigene Eigenschaften</translation>
    </message>
    <message>
        <source>Published before</source>
        <translation>Vorher gesendet</translation>
    </message>
    <message>
        <source>Nothing in this session</source>
        <translation>Nichts in dieser Sitzung</translation>
    </message>
    <message>
        <source>Choose a topic of a live connection first.</source>
        <translation>Wählen Sie zuerst ein Thema einer laufenden Verbindung.</translation>
    </message>
    <message>
        <source>%1 is read-only. The switch is on the Connections page.</source>
        <translation>%1 liest nur. Der Schalter ist auf der Seite Verbindungen.</translation>
    </message>
    <message>
        <source>A message needs a topic without + and #.</source>
        <translation>Eine Nachricht braucht ein Thema ohne + und #.</translation>
    </message>
    <message>
        <source>The payload is not hex: pairs of 0-9 and a-f are expected.</source>
        <translation>Die Nutzlast ist kein Hex: erwartet werden Paare aus 0-9 und a-f.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no user property: write name: value.</source>
        <translation>&quot;%1&quot; ist keine Eigenschaft: schreiben Sie Name: Wert.</translation>
    </message>
    <message>
        <source>Publish to a live broker</source>
        <translation>An einen laufenden Broker senden</translation>
    </message>
    <message>
        <source>Publish %1 to &quot;%2&quot; on %3 (%4)?</source>
        <translation>%1 an &quot;%2&quot; auf %3 (%4) senden?</translation>
    </message>
    <message>
        <source>The broker keeps it and gives it to everyone who subscribes later. Devices may act on it.</source>
        <translation>Der Broker hebt sie auf und gibt sie jedem, der später abonniert. Geräte können danach handeln.</translation>
    </message>
    <message>
        <source>Devices that listen to this topic may act on it.</source>
        <translation>Geräte, die dieses Thema hören, können danach handeln.</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Published %1 at %2.</source>
        <translation>%1 um %2 gesendet.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Payload from a file</source>
        <translation>Nutzlast aus Datei</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read or is larger than 16 MiB.</source>
        <translation>%1 ist nicht lesbar oder größer als 16 MiB.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
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
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>, %1 lost</source>
        <translation>, %1 verloren</translation>
    </message>
</context>
<context>
    <name>ui::RecordingControls</name>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>Aufzeichnung starten</translation>
    </message>
    <message>
        <source>Records everything that arrives into the workspace, from now on</source>
        <translation>Zeichnet ab jetzt alles, was ankommt, in den Arbeitsbereich auf</translation>
    </message>
    <message>
        <source>Start recording with…</source>
        <translation>Aufzeichnung starten mit …</translation>
    </message>
    <message>
        <source>Chooses connections, topics, title and when a new file begins</source>
        <translation>Wählt Verbindungen, Themen, Titel und wann eine neue Datei beginnt</translation>
    </message>
    <message>
        <source>Armed recording…</source>
        <translation>Scharfe Aufzeichnung …</translation>
    </message>
    <message>
        <source>Keeps the last minutes and records only when you or an alarm trigger it</source>
        <translation>Behält die letzten Minuten und zeichnet erst auf, wenn Sie oder ein Alarm auslösen</translation>
    </message>
    <message>
        <source>Trigger armed recording</source>
        <translation>Scharfe Aufzeichnung auslösen</translation>
    </message>
    <message>
        <source>The armed recording keeps its last minutes and runs on</source>
        <translation>Die scharfe Aufzeichnung behält ihre letzten Minuten und läuft weiter</translation>
    </message>
    <message>
        <source>Add marker…</source>
        <translation>Marke setzen …</translation>
    </message>
    <message>
        <source>Writes a note at this instant into the recording</source>
        <translation>Schreibt an diesem Augenblick eine Notiz in die Aufzeichnung</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Aufzeichnung beenden</translation>
    </message>
    <message>
        <source>Ends the recording and closes its file</source>
        <translation>Beendet die Aufzeichnung und schließt ihre Datei</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>Triggered by %1</source>
        <translation>Ausgelöst von %1</translation>
    </message>
    <message>
        <source>Add a marker</source>
        <translation>Marke setzen</translation>
    </message>
    <message>
        <source>What happens at this instant?</source>
        <translation>Was geschieht in diesem Augenblick?</translation>
    </message>
</context>
<context>
    <name>ui::RecordingDetail</name>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Opens the recording in a window of its own, apart from what is live</source>
        <translation>Öffnet die Aufzeichnung in einem eigenen Fenster, getrennt von allem, was live ist</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Markers and notes</source>
        <translation>Marken und Notizen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Add note…</source>
        <translation>Notiz hinzufügen …</translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation>Notiz entfernen</translation>
    </message>
    <message>
        <source>Is it sound?</source>
        <translation>Ist sie unversehrt?</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Was fehlt</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Schäden</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>%1 on disk, %2 of messages</source>
        <translation>%1 auf der Platte, %2 Nachrichten</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>%1 messages, %2 devices, %3 signals</source>
        <translation>%1 Nachrichten, %2 Geräte, %3 Signale</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Aufgezeichnet von</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>SHA-256 of the content</source>
        <translation>SHA-256 des Inhalts</translation>
    </message>
    <message>
        <source>note, later</source>
        <translation>Notiz, später</translation>
    </message>
    <message>
        <source>What is noted later stands in a file beside the recording, which itself is never changed.</source>
        <translation>Was später notiert wird, steht in einer Datei neben der Aufzeichnung; sie selbst wird nie verändert.</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>What is to be known about this recording?</source>
        <translation>Was ist über diese Aufzeichnung zu wissen?</translation>
    </message>
    <message>
        <source>Remove the note</source>
        <translation>Notiz entfernen</translation>
    </message>
    <message>
        <source>Remove the note &quot;%1&quot;?</source>
        <translation>Die Notiz „%1“ entfernen?</translation>
    </message>
    <message>
        <source>Verifying %1</source>
        <translation>%1 wird geprüft</translation>
    </message>
    <message>
        <source>Stop verifying</source>
        <translation>Prüfung anhalten</translation>
    </message>
    <message>
        <source>Not verified since it was opened. Verifying reads the whole file and compares every part with its digest.</source>
        <translation>Seit dem Öffnen nicht geprüft. Das Prüfen liest die ganze Datei und vergleicht jeden Teil mit seiner Prüfsumme.</translation>
    </message>
    <message>
        <source>Reading the whole file…</source>
        <translation>Die ganze Datei wird gelesen …</translation>
    </message>
    <message>
        <source>Sound: every part was read and matches its digest.</source>
        <translation>Unversehrt: Jeder Teil wurde gelesen und stimmt mit seiner Prüfsumme überein.</translation>
    </message>
    <message numerus="yes">
        <source>Damaged: %n part(s) cannot be read; %1 messages are missing. Everything else can be used.</source>
        <translation>
            <numerusform>Beschädigt: %n Teil lässt sich nicht lesen; %1 Nachrichten fehlen. Alles andere ist brauchbar.</numerusform>
            <numerusform>Beschädigt: %n Teile lassen sich nicht lesen; %1 Nachrichten fehlen. Alles andere ist brauchbar.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RecordingDialog</name>
    <message>
        <source>Armed recording</source>
        <translation>Scharfe Aufzeichnung</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>Aufzeichnung starten</translation>
    </message>
    <message>
        <source>Date and time of the start</source>
        <translation>Datum und Uhrzeit des Beginns</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>one file</source>
        <translation>eine Datei</translation>
    </message>
    <message>
        <source> h</source>
        <translation> h</translation>
    </message>
    <message>
        <source>New file after</source>
        <translation>Neue Datei nach</translation>
    </message>
    <message>
        <source>and after</source>
        <translation>und nach</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>until stopped</source>
        <translation>bis zum Beenden</translation>
    </message>
    <message>
        <source>Keep before the trigger</source>
        <translation>Vor dem Auslöser behalten</translation>
    </message>
    <message>
        <source>Run on after it</source>
        <translation>Danach weiterlaufen</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Scharf schalten</translation>
    </message>
    <message>
        <source>all topics, or filters such as plant/+/state</source>
        <translation>alle Themen, oder Filter wie plant/+/state</translation>
    </message>
    <message>
        <source>Topic filters of %1</source>
        <translation>Themenfilter von %1</translation>
    </message>
    <message>
        <source>Choose at least one connection.</source>
        <translation>Wählen Sie mindestens eine Verbindung.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is kept until you or an alarm trigger it; then the last %n minute(s) are kept, too.</source>
        <translation>
            <numerusform>Nichts wird behalten, bis Sie oder ein Alarm auslösen; dann auch die letzte %n Minute.</numerusform>
            <numerusform>Nichts wird behalten, bis Sie oder ein Alarm auslösen; dann auch die letzten %n Minuten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Goes into %1.</source>
        <translation>Kommt nach %1.</translation>
    </message>
</context>
<context>
    <name>ui::RecordingLibrary</name>
    <message>
        <source>The file is not there now.</source>
        <translation>Die Datei ist gerade nicht da.</translation>
    </message>
    <message>
        <source>The list of recordings from elsewhere cannot be kept: %1.</source>
        <translation>Die Liste der Aufzeichnungen von anderswo lässt sich nicht behalten: %1.</translation>
    </message>
</context>
<context>
    <name>ui::RecordingsPage</name>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>Lists a recording from elsewhere; it stays where it is</source>
        <translation>Nimmt eine Aufzeichnung von anderswo auf die Liste; sie bleibt, wo sie ist</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Aufzeichnung öffnen</translation>
    </message>
    <message>
        <source>Recordings (*.phrec);;All files (*)</source>
        <translation>Aufzeichnungen (*.phrec);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Filter: words, state:closed, title:&quot;night shift&quot;</source>
        <translation>Filter: Wörter, zustand:geschlossen, titel:&quot;Nachtschicht&quot;</translation>
    </message>
    <message>
        <source>Filter recordings</source>
        <translation>Aufzeichnungen filtern</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufzeichnungen</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) under way.</source>
        <translation>
            <numerusform>%n Aufzeichnung läuft.</numerusform>
            <numerusform>%n Aufzeichnungen laufen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n armed, waiting for a trigger.</source>
        <translation>
            <numerusform>%n scharf, wartet auf einen Auslöser.</numerusform>
            <numerusform>%n scharf, warten auf einen Auslöser.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is being recorded.</source>
        <translation>Es wird nichts aufgezeichnet.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) take %1.</source>
        <translation>
            <numerusform>%n Datei belegt %1.</numerusform>
            <numerusform>%n Dateien belegen %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read.</source>
        <translation>
            <numerusform>%n lässt sich nicht lesen.</numerusform>
            <numerusform>%n lassen sich nicht lesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>recording, %1</source>
        <translation>Aufzeichnung, %1</translation>
    </message>
    <message>
        <source>Messages per second over the recording</source>
        <translation>Nachrichten je Sekunde über die Aufzeichnung</translation>
    </message>
    <message>
        <source>Reading the recordings…</source>
        <translation>Die Aufzeichnungen werden gelesen …</translation>
    </message>
    <message>
        <source>No recording yet</source>
        <translation>Noch keine Aufzeichnung</translation>
    </message>
    <message>
        <source>A recording keeps every message as it came, with what was made of it, in one file that plays again on any machine.</source>
        <translation>Eine Aufzeichnung behält jede Nachricht, wie sie kam, samt dem, was daraus wurde, in einer Datei, die auf jedem Rechner wieder abläuft.</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>Aufzeichnung starten</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Delete a recording</source>
        <translation>Aufzeichnung löschen</translation>
    </message>
    <message>
        <source>Delete the recording &quot;%1&quot;?</source>
        <translation>Die Aufzeichnung „%1“ löschen?</translation>
    </message>
    <message>
        <source>The file %1 (%2) and its notes are deleted for good.</source>
        <translation>Die Datei %1 (%2) und ihre Notizen werden endgültig gelöscht.</translation>
    </message>
    <message>
        <source>Delete recording</source>
        <translation>Aufzeichnung löschen</translation>
    </message>
    <message>
        <source>The file %1 cannot be deleted: %2.</source>
        <translation>Die Datei %1 lässt sich nicht löschen: %2.</translation>
    </message>
</context>
<context>
    <name>ui::ReplayBand</name>
    <message>
        <source>REPLAY  ·  %1  ·  recorded %2  ·  nothing here is live</source>
        <translation>WIEDERGABE  ·  %1  ·  aufgezeichnet %2  ·  nichts hier ist live</translation>
    </message>
    <message numerus="yes">
        <source>%n damaged part(s) left out</source>
        <translation>
            <numerusform>%n beschädigter Teil ausgelassen</numerusform>
            <numerusform>%n beschädigte Teile ausgelassen</numerusform>
        </translation>
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
    <name>ui::RunningPanel</name>
    <message>
        <source>Under way</source>
        <translation>Im Gang</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Auslösen</translation>
    </message>
    <message>
        <source>Add marker…</source>
        <translation>Marke setzen …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>cannot write</source>
        <translation>kann nicht schreiben</translation>
    </message>
    <message>
        <source>%1 %2 messages are lost so far.</source>
        <translation>%1 Bisher sind %2 Nachrichten verloren.</translation>
    </message>
    <message>
        <source>armed</source>
        <translation>scharf</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>zeichnet auf</translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>%1 Nachrichten</translation>
    </message>
    <message>
        <source>part %1</source>
        <translation>Teil %1</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>%1 verloren</translation>
    </message>
</context>
<context>
    <name>ui::ScopeButton</name>
    <message>
        <source>All sites</source>
        <translation>Alle Standorte</translation>
    </message>
    <message>
        <source>Devices without a site</source>
        <translation>Geräte ohne Standort</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>Alle Verbindungen</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Site: %1</source>
        <translation>Standort: %1</translation>
    </message>
    <message>
        <source>Shows one site or one connection only, on all pages</source>
        <translation>Zeigt auf allen Seiten nur einen Standort oder eine Verbindung</translation>
    </message>
</context>
<context>
    <name>ui::SearchModel</name>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>Letzter Wert</translation>
    </message>
    <message>
        <source>msg/s</source>
        <translation>Nachr./s</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
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
    <message>
        <source>Replay</source>
        <translation>Wiedergabe</translation>
    </message>
</context>
<context>
    <name>ui::SignalModel</name>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>%1 / %2
Topic %3</source>
        <translation>%1 / %2
Thema %3</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
</context>
<context>
    <name>ui::SignalRows</name>
    <message>
        <source>true</source>
        <translation>wahr</translation>
    </message>
    <message>
        <source>false</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>%1
from %2 by %3</source>
        <translation>%1
von %2 durch %3</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Güte</translation>
    </message>
    <message>
        <source>Last 10 min</source>
        <translation>Letzte 10 min</translation>
    </message>
</context>
<context>
    <name>ui::StatisticsPanel</name>
    <message>
        <source>More than %1 samples: show a shorter window.</source>
        <translation>Mehr als %1 Werte: zeigen Sie ein kürzeres Zeitfenster.</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Mean over time</source>
        <translation>Zeitliches Mittel</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Kleinster</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Größter</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>5 %</source>
        <translation>5 %</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>Largest gap</source>
        <translation>Größte Lücke</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the statistics</source>
        <translation>Kennzahlen schließen</translation>
    </message>
    <message>
        <source>Statistics of the window</source>
        <translation>Kennzahlen des Zeitfensters</translation>
    </message>
    <message>
        <source>With two signals on the charts, how they go together stands here.</source>
        <translation>Sind zwei Signale auf den Diagrammen, steht hier, wie sie zusammenhängen.</translation>
    </message>
    <message>
        <source>Correlation of %1 and %2: r = %3 (by ranks %4) over %5 pairs.</source>
        <translation>Korrelation von %1 und %2: r = %3 (nach Rängen %4) über %5 Paare.</translation>
    </message>
    <message>
        <source>95 % confidence: %1 to %2.</source>
        <translation>95 % Vertrauensbereich: %1 bis %2.</translation>
    </message>
    <message>
        <source>Best when the second follows the first by %1: r = %2.</source>
        <translation>Am stärksten, wenn das zweite dem ersten um %1 folgt: r = %2.</translation>
    </message>
    <message>
        <source>Best when the first follows the second by %1: r = %2.</source>
        <translation>Am stärksten, wenn das erste dem zweiten um %1 folgt: r = %2.</translation>
    </message>
    <message>
        <source>Statistics, %1 to %2</source>
        <translation>Kennzahlen, %1 bis %2</translation>
    </message>
    <message>
        <source>%1 more are no numbers</source>
        <translation>%1 weitere sind keine Zahlen</translation>
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
    <message>
        <source>replay</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>zeichnet auf</translation>
    </message>
    <message>
        <source>armed</source>
        <translation>scharf</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1: %2 messages</source>
        <translation>%1: %2 Nachrichten</translation>
    </message>
    <message>
        <source>%1 messages could not be kept</source>
        <translation>%1 Nachrichten konnten nicht behalten werden</translation>
    </message>
</context>
<context>
    <name>ui::TableView</name>
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
    <name>ui::TelemetryPage</name>
    <message>
        <source>Telemetry</source>
        <translation>Telemetrie</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>Filter: words, device:pump, unit:bar, model:x</source>
        <translation>Filter: Wörter, device:pump, unit:bar, model:x</translation>
    </message>
    <message>
        <source>Filter signals</source>
        <translation>Signale filtern</translation>
    </message>
    <message>
        <source>Drag onto a chart, or press Enter; Ctrl+Enter opens a new chart.</source>
        <translation>Auf ein Diagramm ziehen oder Eingabe drücken; Strg+Eingabe öffnet ein neues Diagramm.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the table (Esc)</source>
        <translation>Tabelle schließen (Esc)</translation>
    </message>
    <message>
        <source>%1 signals known, none on a chart.</source>
        <translation>%1 Signale bekannt, keines auf einem Diagramm.</translation>
    </message>
    <message>
        <source>Live, last %1</source>
        <translation>Live, letzte %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1; every signal shown is talking.</source>
        <translation>%1; alle gezeigten Signale sprechen.</translation>
    </message>
    <message>
        <source>%1; %2 is silent.</source>
        <translation>%1; %2 schweigt.</translation>
    </message>
    <message>
        <source>%1; %2 of %3 signals shown are silent, first %4.</source>
        <translation>%1; %2 von %3 gezeigten Signalen schweigen, zuerst %4.</translation>
    </message>
    <message>
        <source>No signals yet.</source>
        <translation>Noch keine Signale.</translation>
    </message>
    <message>
        <source>They appear by themselves as soon as a connected device talks.</source>
        <translation>Sie erscheinen von selbst, sobald ein verbundenes Gerät spricht.</translation>
    </message>
    <message>
        <source>Open connections</source>
        <translation>Verbindungen öffnen</translation>
    </message>
    <message>
        <source>Nothing on a chart yet.</source>
        <translation>Noch nichts auf einem Diagramm.</translation>
    </message>
    <message>
        <source>Drag signals here from the list, or press Enter on one.</source>
        <translation>Ziehen Sie Signale aus der Liste hierher, oder drücken Sie Eingabe auf einem.</translation>
    </message>
    <message>
        <source>Show the first four</source>
        <translation>Die ersten vier zeigen</translation>
    </message>
    <message>
        <source>Show on a chart</source>
        <translation>Auf einem Diagramm zeigen</translation>
    </message>
    <message>
        <source>How much time the charts show</source>
        <translation>Wie viel Zeit die Diagramme zeigen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Hold the charts still; Space does it on a chart</source>
        <translation>Hält die Diagramme an; auf einem Diagramm die Leertaste</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Jump to now and follow; End does it on a chart</source>
        <translation>Zum Jetzt springen und folgen; auf einem Diagramm Ende</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Two clicks give the difference in time and value; M does it on a chart</source>
        <translation>Zwei Klicks geben den Unterschied in Zeit und Wert; auf einem Diagramm M</translation>
    </message>
    <message>
        <source>Add chart</source>
        <translation>Diagramm dazu</translation>
    </message>
    <message>
        <source>An empty chart at the bottom</source>
        <translation>Ein leeres Diagramm ganz unten</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>The current chart as a table; T does it on a chart</source>
        <translation>Das aktuelle Diagramm als Tabelle; auf einem Diagramm T</translation>
    </message>
    <message>
        <source>Dashboards</source>
        <translation>Tafeln</translation>
    </message>
    <message>
        <source>Save, open and delete dashboards</source>
        <translation>Tafeln speichern, öffnen und löschen</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <source>Show a past window</source>
        <translation>Ein vergangenes Fenster zeigen</translation>
    </message>
    <message>
        <source>From and to, local time</source>
        <translation>Von und bis, Ortszeit</translation>
    </message>
    <message>
        <source>“%1” is not a window; write it like 2026-11-22 13:00:00 - 2026-11-22 14:00:00.</source>
        <translation>„%1“ ist kein Fenster; schreiben Sie es wie 2026-11-22 13:00:00 - 2026-11-22 14:00:00.</translation>
    </message>
    <message>
        <source>Value range</source>
        <translation>Wertebereich</translation>
    </message>
    <message>
        <source>Lowest and highest value</source>
        <translation>Kleinster und größter Wert</translation>
    </message>
    <message>
        <source>“%1” is not a range; write two numbers, the lower one first.</source>
        <translation>„%1“ ist kein Bereich; schreiben Sie zwei Zahlen, die kleinere zuerst.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern als…</translation>
    </message>
    <message>
        <source>Save dashboard</source>
        <translation>Tafel speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Dashboard %1</source>
        <translation>Tafel %1</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Einlesen…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ausgeben…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete dashboard</source>
        <translation>Tafel löschen</translation>
    </message>
    <message>
        <source>Delete the dashboard “%1”?</source>
        <translation>Die Tafel „%1“ löschen?</translation>
    </message>
    <message>
        <source>Charts on screen and samples stay.</source>
        <translation>Diagramme auf dem Schirm und Messwerte bleiben.</translation>
    </message>
    <message>
        <source>Import dashboard</source>
        <translation>Tafel einlesen</translation>
    </message>
    <message>
        <source>Dashboards (*.json)</source>
        <translation>Tafeln (*.json)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>%1 is not a dashboard; choose a file that Export wrote.</source>
        <translation>%1 ist keine Tafel; wählen Sie eine Datei, die der Export geschrieben hat.</translation>
    </message>
    <message>
        <source>Export dashboard</source>
        <translation>Tafel ausgeben</translation>
    </message>
    <message>
        <source>dashboard.json</source>
        <translation>tafel.json</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ausgeben</translation>
    </message>
    <message>
        <source>The shown window as picture or as samples</source>
        <translation>Das gezeigte Fenster als Bild oder als Messwerte</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Bild (PNG)…</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>Bild ausgeben</translation>
    </message>
    <message>
        <source>telemetry.png</source>
        <translation>telemetrie.png</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>Drawing (SVG)…</source>
        <translation>Zeichnung (SVG)…</translation>
    </message>
    <message>
        <source>Export drawing</source>
        <translation>Zeichnung ausgeben</translation>
    </message>
    <message>
        <source>telemetry.svg</source>
        <translation>telemetrie.svg</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>SVG-Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>All samples (CSV)…</source>
        <translation>Alle Messwerte (CSV)…</translation>
    </message>
    <message>
        <source>Export samples</source>
        <translation>Messwerte ausgeben</translation>
    </message>
    <message>
        <source>telemetry.csv</source>
        <translation>telemetrie.csv</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV-Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>There is no chart to export.</source>
        <translation>Es gibt kein Diagramm zum Ausgeben.</translation>
    </message>
    <message>
        <source>The charts are too tall for one picture; make them smaller.</source>
        <translation>Die Diagramme sind zu hoch für ein Bild; machen Sie sie kleiner.</translation>
    </message>
    <message>
        <source>%1 cannot be written; choose another folder.</source>
        <translation>%1 lässt sich nicht schreiben; wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Another export is still running; wait for it or stop it in the task list.</source>
        <translation>Ein anderer Export läuft noch; warten Sie, oder halten Sie ihn in der Aufgabenliste an.</translation>
    </message>
    <message>
        <source>Exporting samples to %1</source>
        <translation>Messwerte werden nach %1 ausgegeben</translation>
    </message>
    <message>
        <source>%1 samples in %2</source>
        <translation>%1 Messwerte in %2</translation>
    </message>
    <message>
        <source>%1 as a table, when it was opened</source>
        <translation>%1 als Tabelle, wie beim Öffnen</translation>
    </message>
    <message>
        <source>Model confidence, lowest</source>
        <translation>Modellsicherheit, niedrigste</translation>
    </message>
    <message>
        <source>Up to where the replay stands, last %1</source>
        <translation>Bis zum Stand der Wiedergabe, letzte %1</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Figures of the signals on the charts over the window that is shown</source>
        <translation>Kennzahlen der Signale auf den Diagrammen über das gezeigte Zeitfenster</translation>
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
        <source>Compare this fingerprint with the one that the broker&apos;s keeper gives you:
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
    <name>ui::TimeChart</name>
    <message>
        <source>Chart menu (Menu key)</source>
        <translation>Diagrammmenü (Menütaste)</translation>
    </message>
    <message>
        <source>Chart menu</source>
        <translation>Diagrammmenü</translation>
    </message>
    <message>
        <source>%1 signals</source>
        <translation>%1 Signale</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>1 signal</source>
        <translation>1 Signal</translation>
    </message>
    <message>
        <source>all %1 samples shown</source>
        <translation>alle %1 Messwerte gezeigt</translation>
    </message>
    <message>
        <source>showing %1 of %2 samples, min/max per pixel</source>
        <translation>%1 von %2 Messwerten gezeigt, min/max je Bildpunkt</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>%1 verloren</translation>
    </message>
    <message>
        <source>fixed range</source>
        <translation>fester Bereich</translation>
    </message>
    <message>
        <source>Drag a signal here, or select it in the list and press Enter.</source>
        <translation>Ziehen Sie ein Signal hierher, oder wählen Sie es in der Liste und drücken Sie Eingabe.</translation>
    </message>
    <message>
        <source>History cannot be read: %1</source>
        <translation>Der Verlauf ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Loading history…</source>
        <translation>Verlauf wird geladen…</translation>
    </message>
    <message>
        <source>No samples in this window.</source>
        <translation>Keine Messwerte in diesem Fenster.</translation>
    </message>
    <message>
        <source>Show as table	T</source>
        <translation>Als Tabelle zeigen	T</translation>
    </message>
    <message>
        <source>Fit values automatically	0</source>
        <translation>Werte selbst anpassen	0</translation>
    </message>
    <message>
        <source>Set value range…</source>
        <translation>Wertebereich setzen…</translation>
    </message>
    <message>
        <source>Taller</source>
        <translation>Höher</translation>
    </message>
    <message>
        <source>Shorter</source>
        <translation>Niedriger</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Remove chart</source>
        <translation>Diagramm entfernen</translation>
    </message>
    <message>
        <source>Time chart %1</source>
        <translation>Zeitdiagramm %1</translation>
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
    <name>ui::TopicTree</name>
    <message>
        <source>connection %1</source>
        <translation>Verbindung %1</translation>
    </message>
    <message>
        <source>(empty level)</source>
        <translation>(leere Ebene)</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>Letzter Wert</translation>
    </message>
    <message>
        <source>msg/s</source>
        <translation>Nachr./s</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
</context>
<context>
    <name>ui::TransportBar</name>
    <message>
        <source>&amp;Pause the replay</source>
        <translation>Wiedergabe &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Abspielen</translation>
    </message>
    <message>
        <source>One message &amp;back</source>
        <translation>Eine Nachricht &amp;zurück</translation>
    </message>
    <message>
        <source>One message &amp;forward</source>
        <translation>Eine Nachricht &amp;vor</translation>
    </message>
    <message>
        <source>&amp;Slower</source>
        <translation>&amp;Langsamer</translation>
    </message>
    <message>
        <source>&amp;Quicker</source>
        <translation>&amp;Schneller</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Go to time…</source>
        <translation>&amp;Gehe zu Zeit …</translation>
    </message>
    <message>
        <source>Speed of the replay</source>
        <translation>Geschwindigkeit der Wiedergabe</translation>
    </message>
    <message>
        <source>Speed of the replay ([ slower, ] quicker)</source>
        <translation>Geschwindigkeit der Wiedergabe ([ langsamer, ] schneller)</translation>
    </message>
    <message>
        <source>Time of the recording; click to go to another (Ctrl+G)</source>
        <translation>Zeit der Aufzeichnung; ein Klick führt zu einer anderen (Strg+G)</translation>
    </message>
    <message>
        <source>max</source>
        <comment>speed of a replay</comment>
        <translation>max</translation>
    </message>
    <message>
        <source>Go to time</source>
        <translation>Gehe zu Zeit</translation>
    </message>
    <message>
        <source>Local time, or the time of day alone</source>
        <translation>Ortszeit, oder nur die Uhrzeit</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time; write 2026-11-22 14:02:31 or 14:02:31.</source>
        <translation>„%1“ ist keine Zeit; schreiben Sie 2026-11-22 14:02:31 oder 14:02:31.</translation>
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
    <message>
        <source>&amp;Recording</source>
        <translation>Auf&amp;zeichnung</translation>
    </message>
    <message>
        <source>&amp;Replay</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
</context>
</TS>
