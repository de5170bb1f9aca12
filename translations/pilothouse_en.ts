<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
