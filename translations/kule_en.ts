<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>kule::JobsPanel</name>
    <message numerus="yes">
        <source>The search has yet to look into %n job(s). Press F5 in a while.</source>
        <translation>
            <numerusform>The search has yet to look into %n job. Press F5 in a while.</numerusform>
            <numerusform>The search has yet to look into %n jobs. Press F5 in a while.</numerusform>
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
