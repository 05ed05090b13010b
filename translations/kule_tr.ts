<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr" sourcelanguage="en">
<context>
    <name>Cli</name>
    <message>
        <source>The key file %1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file %1 is empty. An empty key opens nothing; write a key into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file %1 must hold one key of printable ASCII, at most 1024 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the engine; else the one that runs here is found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File with the access key; else KULE_API_KEY, else the engine&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder of the engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many at most, 1 to 1000; else 50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on after the page that said so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 shown; more with --after %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of an engine. One looks like http://127.0.0.1:3000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No engine runs on %1. Start one with &quot;kule serve&quot; or open the console, or name one with --url.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine at %1 cannot be reached: %2. Look whether it still runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers at %1 is not Kule (HTTP status %2). Check --url.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine answered with HTTP status %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is missing. Usage: kule %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is too much. Usage: kule %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be written. Free some space or set TMPDIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was to end as %2. &quot;kule doctor&quot; may say why it did not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job that succeeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job that fails and leaves a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is read; delete it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The failed job was to leave one report, and deleting it none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No temporary folder can be made: %1. Free some space or set TMPDIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An engine on a folder of its own serves %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All went as it should, and nothing is left behind. Next: kule serve, then kule run FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it all on a throwaway folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it writable or choose another with --data-dir or KULE_DATA_DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is writable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 will be made at the first start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MiB free on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some, or move the data folder with KULE_DATA_DIR; a full disk stops new jobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an engine serves %1 (process %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is free; no engine runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is taken by %2 (process %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be had: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the program that uses it, or choose another port with --port or KULE_API_PORT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install Python 3.9 or newer, or name one with KULE_PYTHON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this Python has no selenium; only jobs that drive a browser need it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>python3 -m pip install &quot;selenium&gt;=4&quot;, or your system&apos;s package python3-selenium.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>installed; browsers of this computer are used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>installed; the hub is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hub %1 answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hub %1 cannot be reached: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it, or empty KULE_SELENIUM_URL to use a browser of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no browser with its driver was found; only jobs that drive one need it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install chromium and chromium-driver, or Firefox and geckodriver, or set KULE_SELENIUM_URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 disagrees with the files of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the clock, or switch on network time (timedatectl set-ntp true).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what Kule needs here, and say how to mend it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fatal error is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TIME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TYPE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ERROR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>process id  %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file        %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time        %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error       %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List fatal errors (type:ValueError words…), show or delete one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rerun: with the file&apos;s bytes of the last attempt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>process id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job matches. &quot;kule run FILE&quot; starts one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STATE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CREATED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TOOK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROCESS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List jobs (state:failed file:report words…), show, cancel or rerun one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>create: what it may do: read, run or admin; else run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SCOPE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LAST USED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known. Usage: kule keys list | create NAME | revoke ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key, shown only now:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is revoked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List, create and revoke access keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on until the job ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which attempt; else the newest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times of the lines: utc, local or off; else local.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--time takes utc, local or off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--attempt takes a number from 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the log of a job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(%1 bytes of the log were not kept here)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kule runs Python jobs, keeps their fatal errors and serves both on a local API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: kule COMMAND [words] [options]; kule alone opens the console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kule COMMAND --help tells more. Every command takes --json and --language tr|en.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit codes: 0 ok, 1 the job failed, 2 usage, 3 not found, 4 refused, 5 conflict, 69 unavailable, 75 try again, 124 timed out, 130 interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write data as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of what is said: tr or en.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See kule %1 --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;. &quot;kule help&quot; lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argument of boot, as JSON; repeatable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named argument of boot, as name=JSON; repeatable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of this run; else a random one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds after which the job is stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words by which to find it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the report goes if it fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the job&apos;s log to stdout while it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not wait for the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not JSON. Text needs quotes of its own: &apos;&quot;text&quot;&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no named argument. Write it as name=JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--timeout takes a number of seconds above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Succeeded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Succeeded: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report: kule fatals show %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling; once more leaves the job to itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run boot() of a Python file and end as it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the database, logs and fatal reports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port of the API; 0 takes a free one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File with an access key of scope admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder whose Python files may be run; repeatable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access key &quot;default&quot;, shown only now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine without a window, until SIGTERM or Ctrl+C.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>The cursor %1 is not one of this list. Start again without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Mend the path or its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an address to listen on. Write one such as 127.0.0.1 or ::1 in api.listen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no address to listen on. Write one such as 127.0.0.1 in api.listen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server does not go by that name. Use localhost and its port, or add the name to api.listen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of this origin may not call Kule. Add the origin to api.cors_origins if they should.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This access key is not valid. Ask for a new one or look whether it was revoked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send an access key in X-Auth-Hash, X-API-Key or Authorization: Bearer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests with this key. Wait %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address does not take that method. It takes %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key has the scope %1, which is not enough here. Use a key with more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the body as Content-Type: application/json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON is nested deeper than %1 levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is not valid JSON in UTF-8 (near byte %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request came too slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is larger than api.max_body allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This way of sending a body is not supported. Use Content-Length or chunked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many connections. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of HTTP is not supported. Use HTTP/1.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kule could not answer. Its log says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is not valid HTTP/1.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address holds a broken escape or bytes that are not UTF-8. Percent-encode it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written (%2), so other programs do not find this Kule by themselves. Make its folder writable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Kule is running on this data folder. Start the console or kule serve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting %1. GET /api/settings lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name is required: what the key is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scope must be read, run or admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value is required: text, a whole number, true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a state of a callback. There are waiting, delivered and dead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say with expected= how many reports you mean to delete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a state of a job. There are queued, running, succeeded, failed, cancelled, timed_out and interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code must be as_now (the file as it is) or as_then (as it was).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This process is already under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs cannot be stored now. The window and the log say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system does not let this program listen on port %1. Choose one above 1023.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot listen on port %1: %2. Check the addresses in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1 is taken by another program. Port %2 is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1 is taken by %2 (process %3). Port %4 is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no TLS library that Qt can use. Install OpenSSL, or switch TLS off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TLS certificate is not a PEM certificate. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TLS key is not an unencrypted PEM key (RSA or EC). Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing at %1. See /docs for what there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>process_id is required: text of 1 to 256 characters, or a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file_path is required: the path of a Python file, such as packages/example.py.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>args must be a JSON array.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kwargs must be a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>callback_url must be an http or https address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label must be text of at most 200 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timeout_s must be a number of seconds above 0, a year at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is shutting down. Start it again and repeat the call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no callback %1. Load the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no place in the list of callbacks. Load the list from its start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kule already runs on the data folder %1 (process %2). Use that one, or choose another folder with --data-dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fatals folder refused %1: %2. Check that the folder is there, writable and not full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a report. Take one from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no report %1. It may have been deleted; load the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than 64 MiB and is not read. Open it from the fatals folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1:” is not understood. Use type:, file:, id:, group: or words; put words with a colon in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what to look for after “%1:”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A filter must not hold a NUL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A filter takes %1 words at most. Put a phrase in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are now %1 such reports, not %2. Nothing was deleted; look at the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not valid JSON. Mend it in the fatals folder or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no place in the list of fatals. Load the list from its start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2: the same type from the same functions, at whatever line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 took longer than it may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process of %2 died by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process of %2 ended with exit status %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2: the same type in the same file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no state “%1”. Use queued, running, succeeded, failed, cancelled, timed_out or interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A filter knows state:, file:, id:, label: and by:, but not “%1:”. Put the words in quotes to search for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no job %1. It may have been deleted; look in the list of jobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a cursor of this list. Begin again without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another job with this process_id is still open. Wait for its end, cancel it, or choose another process_id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue is full (%1 jobs wait). Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job has not ended yet. Cancel it first, or wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job has ended already; there is nothing to cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits because the database refuses writes. Free disk space or check the data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits for a free place: %1 of %2 jobs are running and %3 wait before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log %1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is outside the script roots. Move it into one of them or add its folder in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Give Kule the right to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than 16 MiB, which no script should be. Keep its data in another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file_path must be the path of a Python file: not empty, at most 4,096 characters, no NUL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a file. Name the Python file that holds boot().</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file %1 in the script roots. Check its name, or put it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job has %1 attempts; there is none with number %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the key a name of 1 to 64 printable characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key called %1 is in use. Choose another name or revoke that one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no access key %1. Look at the list of keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key %1 was given at the start and ends with this program. Start it without that key to be rid of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an address that begins with http:// or https:// and names a host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be reached: %2. Check the address and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered with more than %2 bytes; the answer was not taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be trusted: %2. Check its certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sends on to another address, which is not followed. Use the final address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pusher is not configured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not work as a Python interpreter (%2). Repair it, or name another in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is Python %2; Kule needs 3.%3 or newer. Install one, or name another in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Python was found. Install Python 3.9 or newer, or name one in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a program. Name another Python in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of the Python workers cannot be written to %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Choose another with --data-dir or make it writable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be written: %2. Make it writable or choose another with --data-dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the database, logs and fatal reports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port of the local API; 0 takes a free one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses that the API listens on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web origins that may call the API besides those of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access key with scope admin for use without a window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate (PEM) with which the API speaks TLS; empty: plain HTTP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private key (PEM) of that certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest request body in bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests a minute for each access key; 0 sets no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds in which a request&apos;s header must be complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds after which an idle or stalled connection is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders whose Python files may be run; empty: packages in the data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python interpreter; empty: the first usable python3 from 3.9 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How Python workers are started ahead of need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python workers kept warm; 0: one a processor core.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs that run at once; 0: two a processor core.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs that may wait; more are refused until there is room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes of log kept for each attempt: the head and the tail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports kept for each group of equal fatals; later ones are only counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selenium hub or grid; empty: a browser on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pusher application id; empty: events stay in Kule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pusher application key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pusher application secret; taken from the environment only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pusher cluster, such as eu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host of a Pusher-compatible server of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its port; 0: the scheme&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it is reached by https.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window and the command line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much Kule writes about itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must not hold a NUL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file could not be read and was put aside as %1; the defaults are in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A secret is never written to the settings file. Set it in the environment as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A flag or the environment variable %1 decides this setting. Remove it there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be saved: %1. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds the database. Close it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be written: %1. Make the data folder writable and reopen it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged: %1. Put the newest copy from the backups folder in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database refused: %1. Check the disk of the data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 cannot be opened: %2. Check that the folder is there and writable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program is incomplete: %1 is missing. Install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This data folder belongs to a newer Kule (schema %1, this one knows %2). Update Kule or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database could not be copied to %1 before its update. Free some space and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more is written, as the last write may be lost: %1 Mend that and reopen the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file %1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Say kule-console --help for what there is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FatalWords</name>
    <message>
        <source>unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fatal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not valid JSON, %1. Mend the file by hand or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>caused by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>while handling</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FatalsModel</name>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupsModel</name>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobDraft</name>
    <message>
        <source>Choose the Python file to run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the run a process id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the arguments as a JSON list: [1, &quot;two&quot;].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the named arguments as a JSON object: {&quot;name&quot;: 1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a whole address that begins with http:// or https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write seconds above 0, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobWords</name>
    <message>
        <source>queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ending, killed after 10 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobsModel</name>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fatals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fatal errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selenium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pusher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed web origins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS private key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header time-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle time-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Script folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hub address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host&apos;s port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use https</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forked from a warm parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each started anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::ApiPanel</name>
    <message>
        <source>API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an access key for a client (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the documentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open openapi.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callbacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the API</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::CallbackView</name>
    <message>
        <source>Try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries to deliver the callback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deliver again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No callback goes out for this report: the job was asked for without a callback address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody took it for 24 hours. Mend the receiver, then deliver it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::CallbacksTab</name>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2: %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tried yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which callbacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callbacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No callback is waiting or was sent. A job that names a callback_url sends its fatal report there when it fails.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::CodeView</name>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::Confirm</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::CopyButton</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::EmptyState</name>
    <message>
        <source>Copy command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::ErrorStrip</name>
    <message>
        <source>Copy error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::FatalDetailView</name>
    <message>
        <source>Report copied as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds JSON, but no report. It stays as it is until you delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has %1. Its text is left untouched; jobs and callbacks are not affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ran for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traceback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the job of this report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again with the file as it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again with the same code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy file name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions for this report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exceptions that led to this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last lines of the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report as JSON</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::FatalsPanel</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete what the filter shows (%1)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete all reports (%1)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n report(s)?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The files leave the fatals folder for good. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n report(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All files leave the fatals folder for good. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that the filter “%1” shows leave the fatals folder for good. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) deleted</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Fatals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: type:ValueError file:report words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group equal reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group reports with the same exception type and own frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all groups (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fatal reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of fatal reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete selected reports…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job has failed. A report appears here as soon as one does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report matches the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::HealthCard</name>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the data folder&apos;s path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warming up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selenium installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selenium not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n warm worker(s), %2</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::JobDetailView</name>
    <message>
        <source>Job id copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curl command copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kule command copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ending… 10 s grace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent to Pusher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens the report %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again with the file as it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again with the same code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit and run again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy job id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as kule command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions for this job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events of the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script has not called safe_trigger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts of the job</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::JobOverview</name>
    <message>
        <source>Overview of the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for its turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the report %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result, as Python writes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::JobsPanel</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New job (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: state:failed file:report words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job has run yet. Start the first one here, or from any program by the API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job matches the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::JsonEdit</name>
    <message>
        <source>This is nested too deeply: %1 levels at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not JSON yet: look at line %1, column %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be a list, such as [1, &quot;two&quot;].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be an object, such as {&quot;name&quot;: &quot;value&quot;}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::KeysTab</name>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sees jobs, logs and fatal reports; changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also runs, cancels and repeats jobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also deletes reports, changes settings and manages keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of %1. Store it now: it is not shown again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke the key %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients that use it are refused from now on. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke the chosen key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who will use it, such as ci</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the key may do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::LogPane</name>
    <message>
        <source>No more hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a pattern: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the end in sight while the job prints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times beside the lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for a regular expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt whose log is shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::LogView</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 not kept: the log was longer than its limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job printed nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing printed so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::MainWindow</name>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the first access key, named default, for your clients of the API. Store it now: it is not shown again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Kule</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::PanelHeader</name>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::Rail</name>
    <message>
        <source>Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::RequestsTab</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests to the API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has called the API since the start. Try it:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::SecretNote</name>
    <message>
        <source>Copy key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have stored it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::ServerCard</name>
    <message>
        <source>Use port %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 connections, %2 requests since the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::SettingEditor</name>
    <message>
        <source>Back to the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: back to the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: browse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not set. A secret comes from the environment only: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by %1; not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 decides this; change it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Takes effect after a restart.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::SettingsPanel</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::StartPage</name>
    <message>
        <source>Copy error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another data folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine did not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping the engine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::StatusLine</name>
    <message>
        <source>Engine starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine cannot write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API not listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the API&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n fatal(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::SubmitForm</name>
    <message>
        <source>Edit and run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments, as a JSON list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named arguments, as a JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time-out in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callback address for failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words by which to find it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the form</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kule::TableView</name>
    <message>
        <source>%1 new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new rows, show them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
