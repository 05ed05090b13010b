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
    <message numerus="yes">
        <source>Take back the deletion of %n report(s)</source>
        <translation>
            <numerusform>Take back the deletion of %n report</numerusform>
            <numerusform>Take back the deletion of %n reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) came back</source>
        <translation>
            <numerusform>%n report came back</numerusform>
            <numerusform>%n reports came back</numerusform>
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
    <name>kule::JobsAtOnce</name>
    <message numerus="yes">
        <source>Take back the deletion of %n job(s)</source>
        <translation>
            <numerusform>Take back the deletion of %n job</numerusform>
            <numerusform>Take back the deletion of %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n job(s)?</source>
        <translation>
            <numerusform>Delete %n job?</numerusform>
            <numerusform>Delete %n jobs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n job(s)</source>
        <translation>
            <numerusform>Delete %n job</numerusform>
            <numerusform>Delete %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run %n job(s) again?</source>
        <translation>
            <numerusform>Run %n job again?</numerusform>
            <numerusform>Run %n jobs again?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run %n job(s) again</source>
        <translation>
            <numerusform>Run %n job again</numerusform>
            <numerusform>Run %n jobs again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n job(s)?</source>
        <translation>
            <numerusform>Cancel %n job?</numerusform>
            <numerusform>Cancel %n jobs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n job(s)</source>
        <translation>
            <numerusform>Cancel %n job</numerusform>
            <numerusform>Cancel %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) deleted</source>
        <translation>
            <numerusform>%n job deleted</numerusform>
            <numerusform>%n jobs deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) run again</source>
        <translation>
            <numerusform>%n job run again</numerusform>
            <numerusform>%n jobs run again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) cancelled</source>
        <translation>
            <numerusform>%n job cancelled</numerusform>
            <numerusform>%n jobs cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) came back</source>
        <translation>
            <numerusform>%n job came back</numerusform>
            <numerusform>%n jobs came back</numerusform>
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
    <name>kule::KeepPreview</name>
    <message numerus="yes">
        <source>%n job(s) that went well</source>
        <translation>
            <numerusform>%n job that went well</numerusform>
            <numerusform>%n jobs that went well</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed job(s)</source>
        <translation>
            <numerusform>%n failed job</numerusform>
            <numerusform>%n failed jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fatal report(s)</source>
        <translation>
            <numerusform>%n fatal report</numerusform>
            <numerusform>%n fatal reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delivered callback(s)</source>
        <translation>
            <numerusform>%n delivered callback</numerusform>
            <numerusform>%n delivered callbacks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of activity</source>
        <translation>
            <numerusform>%n row of activity</numerusform>
            <numerusform>%n rows of activity</numerusform>
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
    <name>kule::SecretsCard</name>
    <message numerus="yes">
        <source>%1, %n secret(s)</source>
        <translation>
            <numerusform>%1, %n secret</numerusform>
            <numerusform>%1, %n secrets</numerusform>
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
