<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>%1, %n worker(s) warm</source>
        <translation>
            <numerusform>%1, %n worker warm</numerusform>
            <numerusform>%1, %n workers warm</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::FatalDeletion</name>
    <message numerus="yes">
        <source>Delete %n report(s)?</source>
        <translation>
            <numerusform>Delete %n report?</numerusform>
            <numerusform>Delete %n reports?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n report(s)</source>
        <translation>
            <numerusform>Delete %n report</numerusform>
            <numerusform>Delete %n reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) deleted</source>
        <translation>
            <numerusform>%n report deleted</numerusform>
            <numerusform>%n reports deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::HealthCard</name>
    <message numerus="yes">
        <source>%1, %n warm worker(s), %2</source>
        <translation>
            <numerusform>%1, %n warm worker, %2</numerusform>
            <numerusform>%1, %n warm workers, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::OverviewPanel</name>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n thing to look at</numerusform>
            <numerusform>%n things to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::StatusLine</name>
    <message numerus="yes">
        <source>%n fatal(s)</source>
        <translation>
            <numerusform>%n fatal</numerusform>
            <numerusform>%n fatals</numerusform>
        </translation>
    </message>
</context>
</TS>
