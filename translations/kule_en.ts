<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>%1, %Ln worker(s) warm</source>
        <translation>
            <numerusform>%1, %Ln worker warm</numerusform>
            <numerusform>%1, %Ln workers warm</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TitleWords</name>
    <message numerus="yes">
        <source>%n title(s)</source>
        <translation>
            <numerusform>%n title</numerusform>
            <numerusform>%n titles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::BatchView</name>
    <message numerus="yes">
        <source>Retry %n failed</source>
        <translation>
            <numerusform>Retry %n failed</numerusform>
            <numerusform>Retry %n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::BotAlarm</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bot(s) need you</source>
        <translation>
            <numerusform>%Ln bot needs you</numerusform>
            <numerusform>%Ln bots need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::BotDeeds</name>
    <message numerus="yes">
        <source>Delete %Ln bot(s)?</source>
        <translation>
            <numerusform>Delete %Ln bot?</numerusform>
            <numerusform>Delete %Ln bots?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln bot(s)</source>
        <translation>
            <numerusform>Delete %Ln bot</numerusform>
            <numerusform>Delete %Ln bots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::BotOverview</name>
    <message numerus="yes">
        <source>%Ln within the last hour</source>
        <translation>
            <numerusform>%Ln within the last hour</numerusform>
            <numerusform>%Ln within the last hour</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::DeliveriesTab</name>
    <message numerus="yes">
        <source>%Ln chosen to decide on</source>
        <translation>
            <numerusform>%Ln chosen to decide on</numerusform>
            <numerusform>%Ln chosen to decide on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln message(s) again?</source>
        <translation>
            <numerusform>Send %Ln message again?</numerusform>
            <numerusform>Send %Ln messages again?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody knows whether %Ln of them arrived. Where it did, people get it twice.</source>
        <translation>
            <numerusform>Nobody knows whether %Ln of them arrived. If it did, people get it twice.</numerusform>
            <numerusform>Nobody knows whether %Ln of them arrived. Where they did, people get them twice.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln message(s)</source>
        <translation>
            <numerusform>Send %Ln message</numerusform>
            <numerusform>Send %Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %Ln message(s) as sent?</source>
        <translation>
            <numerusform>Mark %Ln message as sent?</numerusform>
            <numerusform>Mark %Ln messages as sent?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %Ln as sent</source>
        <translation>
            <numerusform>Mark %Ln as sent</numerusform>
            <numerusform>Mark %Ln as sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::FatalDeletion</name>
    <message numerus="yes">
        <source>Delete %Ln report(s)?</source>
        <translation>
            <numerusform>Delete %Ln report?</numerusform>
            <numerusform>Delete %Ln reports?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln report(s)</source>
        <translation>
            <numerusform>Delete %Ln report</numerusform>
            <numerusform>Delete %Ln reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln report(s) deleted</source>
        <translation>
            <numerusform>%Ln report deleted</numerusform>
            <numerusform>%Ln reports deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back the deletion of %Ln report(s)</source>
        <translation>
            <numerusform>Take back the deletion of %Ln report</numerusform>
            <numerusform>Take back the deletion of %Ln reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln report(s) came back</source>
        <translation>
            <numerusform>%Ln report came back</numerusform>
            <numerusform>%Ln reports came back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::HealthCard</name>
    <message numerus="yes">
        <source>%1, %Ln warm worker(s), %2</source>
        <translation>
            <numerusform>%1, %Ln warm worker, %2</numerusform>
            <numerusform>%1, %Ln warm workers, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::HerokuAppView</name>
    <message numerus="yes">
        <source>%Ln dyno(s) crashed</source>
        <translation>
            <numerusform>%Ln dyno crashed</numerusform>
            <numerusform>%Ln dynos crashed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dyno(s) up</source>
        <translation>
            <numerusform>%Ln dyno up</numerusform>
            <numerusform>%Ln dynos up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln line(s).</source>
        <translation>
            <numerusform>The last %Ln line.</numerusform>
            <numerusform>The last %Ln lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::JobsAtOnce</name>
    <message numerus="yes">
        <source>Take back the deletion of %Ln job(s)</source>
        <translation>
            <numerusform>Take back the deletion of %Ln job</numerusform>
            <numerusform>Take back the deletion of %Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln job(s)?</source>
        <translation>
            <numerusform>Delete %Ln job?</numerusform>
            <numerusform>Delete %Ln jobs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln job(s)</source>
        <translation>
            <numerusform>Delete %Ln job</numerusform>
            <numerusform>Delete %Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run %Ln job(s) again?</source>
        <translation>
            <numerusform>Run %Ln job again?</numerusform>
            <numerusform>Run %Ln jobs again?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run %Ln job(s) again</source>
        <translation>
            <numerusform>Run %Ln job again</numerusform>
            <numerusform>Run %Ln jobs again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln job(s)?</source>
        <translation>
            <numerusform>Cancel %Ln job?</numerusform>
            <numerusform>Cancel %Ln jobs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln job(s)</source>
        <translation>
            <numerusform>Cancel %Ln job</numerusform>
            <numerusform>Cancel %Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) deleted</source>
        <translation>
            <numerusform>%Ln job deleted</numerusform>
            <numerusform>%Ln jobs deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) run again</source>
        <translation>
            <numerusform>%Ln job run again</numerusform>
            <numerusform>%Ln jobs run again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) cancelled</source>
        <translation>
            <numerusform>%Ln job cancelled</numerusform>
            <numerusform>%Ln jobs cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) came back</source>
        <translation>
            <numerusform>%Ln job came back</numerusform>
            <numerusform>%Ln jobs came back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::JobsPanel</name>
    <message numerus="yes">
        <source>The search has yet to look into %Ln job(s). Press F5 in a while.</source>
        <translation>
            <numerusform>The search has yet to look into %Ln job. Press F5 in a while.</numerusform>
            <numerusform>The search has yet to look into %Ln jobs. Press F5 in a while.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::KeepPreview</name>
    <message numerus="yes">
        <source>%Ln job(s) that went well</source>
        <translation>
            <numerusform>%Ln job that went well</numerusform>
            <numerusform>%Ln jobs that went well</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed job(s)</source>
        <translation>
            <numerusform>%Ln failed job</numerusform>
            <numerusform>%Ln failed jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fatal report(s)</source>
        <translation>
            <numerusform>%Ln fatal report</numerusform>
            <numerusform>%Ln fatal reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln delivered callback(s)</source>
        <translation>
            <numerusform>%Ln delivered callback</numerusform>
            <numerusform>%Ln delivered callbacks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of activity</source>
        <translation>
            <numerusform>%Ln row of activity</numerusform>
            <numerusform>%Ln rows of activity</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::OverviewPanel</name>
    <message numerus="yes">
        <source>%Ln thing(s) to look at</source>
        <translation>
            <numerusform>%Ln thing to look at</numerusform>
            <numerusform>%Ln things to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::Rail</name>
    <message numerus="yes">
        <source>%Ln need(s) you</source>
        <translation>
            <numerusform>%Ln needs you</numerusform>
            <numerusform>%Ln need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::ScrapeForm</name>
    <message numerus="yes">
        <source>%n title(s)</source>
        <translation>
            <numerusform>%n title</numerusform>
            <numerusform>%n titles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeated</source>
        <translation>
            <numerusform>%n repeated</numerusform>
            <numerusform>%n repeated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out, see below</source>
        <translation>
            <numerusform>%n line left out, see below</numerusform>
            <numerusform>%n lines left out, see below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scrape %n title(s)</source>
        <translation>
            <numerusform>Scrape %n title</numerusform>
            <numerusform>Scrape %n titles</numerusform>
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
    <name>kule::ServerCard</name>
    <message numerus="yes">
        <source>%Ln live client(s)</source>
        <translation>
            <numerusform>%Ln live client</numerusform>
            <numerusform>%Ln live clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln by WebSocket</source>
        <translation>
            <numerusform>%Ln by WebSocket</numerusform>
            <numerusform>%Ln by WebSocket</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln by polling</source>
        <translation>
            <numerusform>%Ln by polling</numerusform>
            <numerusform>%Ln by polling</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln subscription(s)</source>
        <translation>
            <numerusform>%Ln subscription</numerusform>
            <numerusform>%Ln subscriptions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln connection</numerusform>
            <numerusform>%Ln connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) since the start</source>
        <translation>
            <numerusform>%Ln request since the start</numerusform>
            <numerusform>%Ln requests since the start</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::SourceTab</name>
    <message numerus="yes">
        <source>%Ln item(s) found, nothing sent</source>
        <translation>
            <numerusform>%Ln item found, nothing sent</numerusform>
            <numerusform>%Ln items found, nothing sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::StatusLine</name>
    <message numerus="yes">
        <source>%Ln fatal(s)</source>
        <translation>
            <numerusform>%Ln fatal</numerusform>
            <numerusform>%Ln fatals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln bot(s) up</source>
        <translation>
            <numerusform>%1 of %Ln bot up</numerusform>
            <numerusform>%1 of %Ln bots up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bot(s) need you</source>
        <translation>
            <numerusform>%Ln bot needs you</numerusform>
            <numerusform>%Ln bots need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::StorageTab</name>
    <message numerus="yes">
        <source>%n page(s) that came while the database was away</source>
        <translation>
            <numerusform>%n page that came while the database was away</numerusform>
            <numerusform>%n pages that came while the database was away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete all %n stored title(s)?</source>
        <translation>
            <numerusform>Delete all %n stored title?</numerusform>
            <numerusform>Delete all %n stored titles?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n title(s)</source>
        <translation>
            <numerusform>Delete %n title</numerusform>
            <numerusform>Delete %n titles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n title(s) deleted</source>
        <translation>
            <numerusform>%n title deleted</numerusform>
            <numerusform>%n titles deleted</numerusform>
        </translation>
    </message>
</context>
</TS>
