<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr" sourcelanguage="en">
<context>
    <name>Activity</name>
    <message>
        <source>Started a job</source>
        <translation>İş başlattı</translation>
    </message>
    <message>
        <source>Ran a job again</source>
        <translation>İşi yeniden çalıştırdı</translation>
    </message>
    <message>
        <source>Cancelled a job</source>
        <translation>İşi iptal etti</translation>
    </message>
    <message>
        <source>Deleted jobs</source>
        <translation>İşleri sildi</translation>
    </message>
    <message>
        <source>Took a deletion back</source>
        <translation>Silmeyi geri aldı</translation>
    </message>
    <message>
        <source>Stopped work on many jobs</source>
        <translation>Toplu işi durdurdu</translation>
    </message>
    <message>
        <source>Deleted fatal reports</source>
        <translation>Ölümcül hata sildi</translation>
    </message>
    <message>
        <source>Took a deletion of reports back</source>
        <translation>Rapor silmeyi geri aldı</translation>
    </message>
    <message>
        <source>Removed what was too old</source>
        <translation>Eskiyenleri kaldırdı</translation>
    </message>
    <message>
        <source>Sent a callback again</source>
        <translation>Geri çağrıyı yineledi</translation>
    </message>
    <message>
        <source>Made an access key</source>
        <translation>Erişim anahtarı oluşturdu</translation>
    </message>
    <message>
        <source>Revoked an access key</source>
        <translation>Anahtarı geçersiz kıldı</translation>
    </message>
    <message>
        <source>Changed a setting</source>
        <translation>Ayar değiştirdi</translation>
    </message>
    <message>
        <source>Open the job</source>
        <translation>İşi aç</translation>
    </message>
    <message>
        <source>Go to the fatals</source>
        <translation>Ölümcül hatalara git</translation>
    </message>
    <message>
        <source>Go to the callbacks</source>
        <translation>Geri çağrılara git</translation>
    </message>
    <message>
        <source>Go to the keys</source>
        <translation>Anahtarlara git</translation>
    </message>
    <message>
        <source>Go to the setting</source>
        <translation>Ayara git</translation>
    </message>
    <message>
        <source>Scraped titles</source>
        <translation>Başlık kazıdı</translation>
    </message>
    <message>
        <source>Stopped a scrape</source>
        <translation>Bir kazımayı durdurdu</translation>
    </message>
    <message>
        <source>Resumed a scrape</source>
        <translation>Bir kazımayı sürdürdü</translation>
    </message>
    <message>
        <source>Read a stored page again</source>
        <translation>Saklanan bir sayfayı yeniden okudu</translation>
    </message>
    <message>
        <source>Deleted a title</source>
        <translation>Bir başlığı sildi</translation>
    </message>
    <message>
        <source>Deleted all titles</source>
        <translation>Tüm başlıkları sildi</translation>
    </message>
    <message>
        <source>Emptied the cache of titles</source>
        <translation>Başlık önbelleğini boşalttı</translation>
    </message>
    <message>
        <source>Open the scrape</source>
        <translation>Kazımayı aç</translation>
    </message>
    <message>
        <source>Open the title</source>
        <translation>Başlığı aç</translation>
    </message>
    <message>
        <source>Go to the titles&apos; storage</source>
        <translation>Başlıkların deposuna git</translation>
    </message>
    <message>
        <source>Read all stored pages again</source>
        <translation>Saklanan tüm sayfaları yeniden okudu</translation>
    </message>
    <message>
        <source>Tried a title of a scrape again</source>
        <translation>Kazımadaki bir başlığı yeniden denedi</translation>
    </message>
    <message>
        <source>Stored a Heroku app</source>
        <translation>Heroku uygulaması kaydetti</translation>
    </message>
    <message>
        <source>Removed a Heroku app</source>
        <translation>Heroku uygulaması kaldırdı</translation>
    </message>
    <message>
        <source>Scaled on Heroku</source>
        <translation>Heroku&apos;da ölçekledi</translation>
    </message>
    <message>
        <source>Stopped on Heroku</source>
        <translation>Heroku&apos;da durdurdu</translation>
    </message>
    <message>
        <source>Restarted on Heroku</source>
        <translation>Heroku&apos;da yeniden başlattı</translation>
    </message>
    <message>
        <source>Scheduled restarts on Heroku</source>
        <translation>Heroku&apos;da yeniden başlatma zamanladı</translation>
    </message>
</context>
<context>
    <name>ActivityModel</name>
    <message>
        <source>When</source>
        <translation>Ne zaman</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kim</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne yaptı</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Nesne</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Ayrıntı</translation>
    </message>
</context>
<context>
    <name>BatchesModel</name>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Kazıma</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>İlerleme</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Başarısız</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Başlangıç</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>BotWords</name>
    <message>
        <source>stopped</source>
        <translation>durdu</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>başlıyor</translation>
    </message>
    <message>
        <source>running</source>
        <translation>çalışıyor</translation>
    </message>
    <message>
        <source>finishing</source>
        <translation>işini bitiriyor</translation>
    </message>
    <message>
        <source>waits to retry</source>
        <translation>yeniden deneyecek</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>çakışma</translation>
    </message>
    <message>
        <source>token refused</source>
        <translation>belirteç reddedildi</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>başarısız</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>bekliyor</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>gönderiliyor</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gönderildi</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>gönderilmedi</translation>
    </message>
    <message>
        <source>to be reviewed</source>
        <translation>incelenecek</translation>
    </message>
    <message>
        <source>introduction</source>
        <translation>tanıtım</translation>
    </message>
    <message>
        <source>announcements</source>
        <translation>duyuru</translation>
    </message>
    <message>
        <source>script</source>
        <translation>betik</translation>
    </message>
    <message>
        <source>Answers commands such as /start and /help with texts that you write here, in Turkish and English.</source>
        <translation>/start ve /help gibi komutlara burada yazdığınız Türkçe ve İngilizce metinlerle yanıt verir.</translation>
    </message>
    <message>
        <source>Watches a web page or a channel and sends each new item to the chats that are subscribed, once.</source>
        <translation>Bir web sayfasını ya da kanalı izler, her yeni duyuruyu abone olan sohbetlere bir kez gönderir.</translation>
    </message>
    <message>
        <source>Runs a bot that you have as a program, such as python3 tanitim.py, and keeps it running.</source>
        <translation>Elinizde program olarak bulunan bir botu (örneğin python3 tanitim.py) çalıştırır ve ayakta tutar.</translation>
    </message>
    <message>
        <source>Kule asks Telegram for messages (long polling). Works everywhere, also behind a router.</source>
        <translation>İletileri Telegram’dan Kule ister (long polling). Modem arkasında da, her yerde çalışır.</translation>
    </message>
    <message>
        <source>Telegram brings messages to Kule (webhook). Needs an address that can be reached from outside.</source>
        <translation>İletileri Telegram Kule’ye getirir (webhook). Dışarıdan erişilebilen bir adres gerekir.</translation>
    </message>
    <message>
        <source>next try in %1 s</source>
        <translation>%1 sn sonra denenecek</translation>
    </message>
    <message>
        <source>tries again now</source>
        <translation>şimdi deneniyor</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Stop process %1…</source>
        <translation>%1 sürecini durdur…</translation>
    </message>
    <message>
        <source>Delete the webhook…</source>
        <translation>Webhook’u sil…</translation>
    </message>
    <message>
        <source>Stop the dyno…</source>
        <translation>Dynoyu durdur…</translation>
    </message>
    <message>
        <source>Run in the mode dev</source>
        <translation>dev kipinde çalıştır</translation>
    </message>
    <message>
        <source>Process %1 on this computer is told to end. Then the bot is started here.</source>
        <translation>Bu bilgisayardaki %1 sürecine bitmesi söylenir. Sonra bot burada başlatılır.</translation>
    </message>
    <message>
        <source>Telegram sends nothing to %1 any more. Then the bot is started here and receives what waits.</source>
        <translation>Telegram artık %1 adresine bir şey göndermez. Sonra bot burada başlatılır ve bekleyenleri alır.</translation>
    </message>
    <message>
        <source>The process type of the dyno on the Heroku app %1 is set to 0. Then the bot is started here.</source>
        <translation>Heroku’daki %1 uygulamasında dynonun süreç türü 0’a indirilir. Sonra bot burada başlatılır.</translation>
    </message>
    <message>
        <source>The bot asks Telegram for messages itself, until you choose the mode prod again.</source>
        <translation>Siz yeniden prod kipini seçene dek bot iletileri Telegram’dan kendisi ister.</translation>
    </message>
    <message>
        <source>none: it runs with the Python of Kule</source>
        <translation>yok: Kule’nin Python’u ile çalışır</translation>
    </message>
    <message>
        <source>being made, see the log</source>
        <translation>hazırlanıyor, kayda bakın</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>hazır</translation>
    </message>
    <message>
        <source>a copy of an album of %1</source>
        <translation>%1 parçalı albümün kopyası</translation>
    </message>
    <message>
        <source>a copy of message %1</source>
        <translation>%1 numaralı iletinin kopyası</translation>
    </message>
    <message>
        <source>an edit: %1</source>
        <translation>düzeltme: %1</translation>
    </message>
    <message>
        <source>The chat has blocked the bot.</source>
        <translation>Sohbet botu engellemiş.</translation>
    </message>
    <message>
        <source>The bot was removed from the chat.</source>
        <translation>Bot sohbetten çıkarılmış.</translation>
    </message>
    <message>
        <source>There is no such chat.</source>
        <translation>Böyle bir sohbet yok.</translation>
    </message>
    <message>
        <source>The bot has no right to write there.</source>
        <translation>Botun oraya yazma hakkı yok.</translation>
    </message>
    <message>
        <source>Telegram did not take the message.</source>
        <translation>Telegram iletiyi kabul etmedi.</translation>
    </message>
    <message>
        <source>Telegram asked to wait.</source>
        <translation>Telegram beklenmesini istedi.</translation>
    </message>
    <message>
        <source>Telegram had a failure; the message may have been sent.</source>
        <translation>Telegram’da bir hata oldu; ileti gitmiş olabilir.</translation>
    </message>
    <message>
        <source>Telegram&apos;s answer could not be read; the message may have been sent.</source>
        <translation>Telegram’ın yanıtı okunamadı; ileti gitmiş olabilir.</translation>
    </message>
    <message>
        <source>Telegram could not be reached.</source>
        <translation>Telegram’a ulaşılamadı.</translation>
    </message>
    <message>
        <source>Telegram refused the token.</source>
        <translation>Telegram belirteci reddetti.</translation>
    </message>
    <message>
        <source>The group has another id now.</source>
        <translation>Grubun kimliği değişmiş.</translation>
    </message>
    <message>
        <source>ended with /stop</source>
        <translation>/stop ile bitirdi</translation>
    </message>
    <message>
        <source>blocked the bot</source>
        <translation>botu engelledi</translation>
    </message>
    <message>
        <source>removed the bot</source>
        <translation>botu çıkardı</translation>
    </message>
    <message>
        <source>the chat is gone</source>
        <translation>sohbet artık yok</translation>
    </message>
    <message>
        <source>the bot may not write there</source>
        <translation>bot oraya yazamıyor</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 sn</translation>
    </message>
    <message>
        <source>The connection broke; the message may have been sent.</source>
        <translation>Bağlantı koptu; ileti gitmiş olabilir.</translation>
    </message>
    <message>
        <source>Telegram did not answer in time; the message may have been sent.</source>
        <translation>Telegram zamanında yanıt vermedi; ileti gitmiş olabilir.</translation>
    </message>
    <message>
        <source>Kule ended meanwhile; the message may have been sent.</source>
        <translation>Bu sırada Kule kapandı; ileti gitmiş olabilir.</translation>
    </message>
    <message>
        <source>The channel lets the bot in no more, so nothing was copied.</source>
        <translation>Kanal artık botu içeri almıyor, bu yüzden hiçbir şey kopyalanmadı.</translation>
    </message>
    <message>
        <source>There is no message that could be changed.</source>
        <translation>Değiştirilebilecek bir ileti yok.</translation>
    </message>
    <message>
        <source>the group has another id now</source>
        <translation>grubun kimliği değişti</translation>
    </message>
</context>
<context>
    <name>BotsModel</name>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>On Telegram</source>
        <translation>Telegram’da</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Kip</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Açıklama</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Son ileti</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Yeniden başlatma</translation>
    </message>
    <message>
        <source>Next restart</source>
        <translation>Yeniden başlatma</translation>
    </message>
    <message>
        <source>Per minute</source>
        <translation>Dakikada</translation>
    </message>
    <message>
        <source>Messages and other updates received within the last minute</source>
        <translation>Son bir dakikada gelen iletiler ve öteki güncellemeler</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Gecikme</translation>
    </message>
    <message>
        <source>How long people wait for a reply, the median of the last ten minutes</source>
        <translation>İnsanların yanıtı ne kadar beklediği; son on dakikanın ortancası</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Hatalar</translation>
    </message>
    <message>
        <source>Within the last hour: crashes, messages that were refused, trouble with Telegram or the source</source>
        <translation>Son bir saatte: çökmeler, reddedilen iletiler, Telegram ya da kaynakla ilgili sorunlar</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>The key file %1 cannot be read: %2.</source>
        <translation>%1 anahtar dosyası okunamıyor: %2.</translation>
    </message>
    <message>
        <source>The key file %1 is empty. An empty key opens nothing; write a key into it.</source>
        <translation>%1 anahtar dosyası boş. Boş anahtar hiçbir yeri açmaz; dosyaya bir anahtar yazın.</translation>
    </message>
    <message>
        <source>The key file %1 must hold one key of printable ASCII, at most 1024 characters.</source>
        <translation>%1 anahtar dosyasında, yazdırılabilir ASCII karakterlerinden oluşan en çok 1024 karakterlik tek bir anahtar olmalı.</translation>
    </message>
    <message>
        <source>Address of the engine; else the one that runs here is found.</source>
        <translation>Motorun adresi; verilmezse bu bilgisayarda çalışan motor bulunur.</translation>
    </message>
    <message>
        <source>File with the access key; else KULE_API_KEY, else the engine&apos;s own.</source>
        <translation>Erişim anahtarının dosyası; verilmezse KULE_API_KEY, o da yoksa motorun kendi anahtarı kullanılır.</translation>
    </message>
    <message>
        <source>Data folder of the engine.</source>
        <translation>Motorun veri klasörü.</translation>
    </message>
    <message>
        <source>How many at most, 1 to 1000; else 50.</source>
        <translation>En çok kaç satır, 1 ile 1000 arasında; verilmezse 50.</translation>
    </message>
    <message>
        <source>%1 of %2 shown; more with --after %3</source>
        <translation>%1 / %2 gösterildi; devamı için --after %3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of an engine. One looks like http://127.0.0.1:3000.</source>
        <translation>&quot;%1&quot; bir motor adresi değil. Adres http://127.0.0.1:3000 gibi yazılır.</translation>
    </message>
    <message>
        <source>No engine runs on %1. Start one with &quot;kule serve&quot; or open the console, or name one with --url.</source>
        <translation>%1 üzerinde çalışan motor yok. &quot;kule serve&quot; ile başlatın, konsolu açın veya --url ile bir motor gösterin.</translation>
    </message>
    <message>
        <source>What answers at %1 is not Kule (HTTP status %2). Check --url.</source>
        <translation>%1 adresinden yanıt veren Kule değil (HTTP durumu %2). --url değerini kontrol edin.</translation>
    </message>
    <message>
        <source>Something is missing. Usage: kule %1</source>
        <translation>Eksik var. Kullanım: kule %1</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written. Free some space or set TMPDIR.</source>
        <translation>%1 klasörüne yazılamıyor. Yer açın veya TMPDIR değişkenini ayarlayın.</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>Yarıda kaldı.</translation>
    </message>
    <message>
        <source>Is it there?</source>
        <translation>Motor yanıt veriyor mu?</translation>
    </message>
    <message>
        <source>A job that succeeds</source>
        <translation>Başarılı olan bir iş</translation>
    </message>
    <message>
        <source>A job that fails and leaves a report</source>
        <translation>Başarısız olup rapor bırakan bir iş</translation>
    </message>
    <message>
        <source>The report is read; delete it</source>
        <translation>Rapor okundu, sıra silmede</translation>
    </message>
    <message>
        <source>The failed job was to leave one report, and deleting it none.</source>
        <translation>Başarısız iş tek bir rapor bırakmalı, silinince hiç rapor kalmamalıydı.</translation>
    </message>
    <message>
        <source>No temporary folder can be made: %1. Free some space or set TMPDIR.</source>
        <translation>Geçici klasör oluşturulamıyor: %1. Yer açın veya TMPDIR değişkenini ayarlayın.</translation>
    </message>
    <message>
        <source>An engine on a folder of its own serves %1.</source>
        <translation>Kendi klasöründe çalışan bir motor %1 adresinde hizmet veriyor.</translation>
    </message>
    <message>
        <source>All went as it should, and nothing is left behind. Next: kule serve, then kule run FILE.</source>
        <translation>Her şey gerektiği gibi gitti, geride bir şey kalmadı. Sırada: kule serve, sonra kule run FILE.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 klasörüne yazılamıyor: %2</translation>
    </message>
    <message>
        <source>Make it writable or choose another with --data-dir or KULE_DATA_DIR.</source>
        <translation>Yazılabilir yapın veya --data-dir ya da KULE_DATA_DIR ile başka bir klasör seçin.</translation>
    </message>
    <message>
        <source>%1 is writable</source>
        <translation>%1 yazılabilir</translation>
    </message>
    <message>
        <source>%1 will be made at the first start</source>
        <translation>%1 ilk başlatmada oluşturulacak</translation>
    </message>
    <message>
        <source>%1 MiB free on %2</source>
        <translation>%2 üzerinde %1 MiB boş</translation>
    </message>
    <message>
        <source>Free some, or move the data folder with KULE_DATA_DIR; a full disk stops new jobs.</source>
        <translation>Yer açın veya veri klasörünü KULE_DATA_DIR ile taşıyın; dolu disk yeni işleri durdurur.</translation>
    </message>
    <message>
        <source>an engine serves %1 (process %2)</source>
        <translation>%1 adresinde bir motor hizmet veriyor (süreç %2)</translation>
    </message>
    <message>
        <source>%1 is free; no engine runs</source>
        <translation>%1 portu boş; çalışan motor yok</translation>
    </message>
    <message>
        <source>%1 is taken by %2 (process %3)</source>
        <translation>%1 portunu %2 kullanıyor (süreç %3)</translation>
    </message>
    <message>
        <source>End the program that uses it, or choose another port with --port or KULE_API_PORT.</source>
        <translation>Portu kullanan programı kapatın veya --port ya da KULE_API_PORT ile başka bir port seçin.</translation>
    </message>
    <message>
        <source>Install Python 3.9 or newer, or name one with KULE_PYTHON.</source>
        <translation>Python 3.9 veya yenisini kurun ya da KULE_PYTHON ile bir Python gösterin.</translation>
    </message>
    <message>
        <source>this Python has no selenium; only jobs that drive a browser need it</source>
        <translation>bu Python&apos;da selenium yok; yalnız tarayıcı kullanan işlere gerekir</translation>
    </message>
    <message>
        <source>python3 -m pip install &quot;selenium&gt;=4&quot;, or your system&apos;s package python3-selenium.</source>
        <translation>python3 -m pip install &quot;selenium&gt;=4&quot; komutunu çalıştırın veya sisteminizin python3-selenium paketini kurun.</translation>
    </message>
    <message>
        <source>installed; browsers of this computer are used</source>
        <translation>kurulu; bu bilgisayarın tarayıcıları kullanılır</translation>
    </message>
    <message>
        <source>installed; the hub is %1</source>
        <translation>kurulu; hub: %1</translation>
    </message>
    <message>
        <source>the hub %1 answers</source>
        <translation>%1 adresindeki hub yanıt veriyor</translation>
    </message>
    <message>
        <source>the hub %1 cannot be reached: %2</source>
        <translation>%1 adresindeki hub&apos;a ulaşılamıyor: %2</translation>
    </message>
    <message>
        <source>Start it, or empty KULE_SELENIUM_URL to use a browser of this computer.</source>
        <translation>Hub&apos;ı başlatın veya bu bilgisayarın tarayıcısını kullanmak için KULE_SELENIUM_URL değerini boşaltın.</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1, sürücüsü %2</translation>
    </message>
    <message>
        <source>no browser with its driver was found; only jobs that drive one need it</source>
        <translation>sürücüsüyle birlikte bir tarayıcı bulunamadı; yalnız tarayıcı kullanan işlere gerekir</translation>
    </message>
    <message>
        <source>Install chromium and chromium-driver, or Firefox and geckodriver, or set KULE_SELENIUM_URL.</source>
        <translation>chromium ile chromium-driver veya Firefox ile geckodriver kurun ya da KULE_SELENIUM_URL değerini verin.</translation>
    </message>
    <message>
        <source>%1 disagrees with the files of this computer</source>
        <translation>%1 bu bilgisayardaki dosyalarla uyuşmuyor</translation>
    </message>
    <message>
        <source>Set the clock, or switch on network time (timedatectl set-ntp true).</source>
        <translation>Saati ayarlayın veya ağdan saat almayı açın (timedatectl set-ntp true).</translation>
    </message>
    <message>
        <source>Look at what Kule needs here, and say how to mend it.</source>
        <translation>Kule&apos;ye gerekenleri denetler, eksiğin nasıl giderileceğini söyler.</translation>
    </message>
    <message>
        <source>No fatal error is kept.</source>
        <translation>Saklanan ölümcül hata yok.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>AD</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>ZAMAN</translation>
    </message>
    <message>
        <source>TYPE</source>
        <translation>TÜR</translation>
    </message>
    <message>
        <source>ERROR</source>
        <translation>HATA</translation>
    </message>
    <message>
        <source>process id  %1</source>
        <translation>işlem  %1</translation>
    </message>
    <message>
        <source>file        %1</source>
        <translation>dosya  %1</translation>
    </message>
    <message>
        <source>time        %1</source>
        <translation>zaman  %1</translation>
    </message>
    <message>
        <source>error       %1</source>
        <translation>hata   %1</translation>
    </message>
    <message>
        <source>rerun: with the file&apos;s bytes of the last attempt.</source>
        <translation>rerun: dosyanın son denemedeki içeriğiyle.</translation>
    </message>
    <message>
        <source>id</source>
        <translation>kimlik</translation>
    </message>
    <message>
        <source>process id</source>
        <translation>işlem</translation>
    </message>
    <message>
        <source>state</source>
        <translation>durum</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>bekleme</translation>
    </message>
    <message>
        <source>file</source>
        <translation>dosya</translation>
    </message>
    <message>
        <source>label</source>
        <translation>etiket</translation>
    </message>
    <message>
        <source>step</source>
        <translation>adım</translation>
    </message>
    <message>
        <source>attempt</source>
        <translation>deneme</translation>
    </message>
    <message>
        <source>created</source>
        <translation>oluşturuldu</translation>
    </message>
    <message>
        <source>took</source>
        <translation>süre</translation>
    </message>
    <message>
        <source>error</source>
        <translation>hata</translation>
    </message>
    <message>
        <source>report</source>
        <translation>rapor</translation>
    </message>
    <message>
        <source>result</source>
        <translation>sonuç</translation>
    </message>
    <message>
        <source>No job matches. &quot;kule run FILE&quot; starts one.</source>
        <translation>Eşleşen iş yok. &quot;kule run FILE&quot; bir tane başlatır.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>KİMLİK</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>DURUM</translation>
    </message>
    <message>
        <source>CREATED</source>
        <translation>OLUŞTURULDU</translation>
    </message>
    <message>
        <source>TOOK</source>
        <translation>SÜRE</translation>
    </message>
    <message>
        <source>PROCESS</source>
        <translation>İŞLEM</translation>
    </message>
    <message>
        <source>WHAT</source>
        <translation>AÇIKLAMA</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 sn</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 dk %2 sn</translation>
    </message>
    <message>
        <source>create: what it may do: read, run or admin; else run.</source>
        <translation>create: anahtarın yetkisi: read, run veya admin; verilmezse run.</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>geçersiz</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>kullanımda</translation>
    </message>
    <message>
        <source>SCOPE</source>
        <translation>YETKİ</translation>
    </message>
    <message>
        <source>LAST USED</source>
        <translation>SON KULLANIM</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known. Usage: kule keys list | create NAME | revoke ID</source>
        <translation>&quot;%1&quot; bilinmiyor. Kullanım: kule keys list | create NAME | revoke ID</translation>
    </message>
    <message>
        <source>The key, shown only now:</source>
        <translation>Anahtar, yalnız şimdi gösterilir:</translation>
    </message>
    <message>
        <source>The key is revoked.</source>
        <translation>Anahtar geçersiz kılındı.</translation>
    </message>
    <message>
        <source>List, create and revoke access keys.</source>
        <translation>Erişim anahtarlarını listeler, oluşturur ve geçersiz kılar.</translation>
    </message>
    <message>
        <source>Which attempt; else the newest.</source>
        <translation>Hangi deneme; verilmezse en yenisi.</translation>
    </message>
    <message>
        <source>Times of the lines: utc, local or off; else local.</source>
        <translation>Satırların zamanı: utc, local veya off; verilmezse local.</translation>
    </message>
    <message>
        <source>--time takes utc, local or off.</source>
        <translation>--time için utc, local veya off yazın.</translation>
    </message>
    <message>
        <source>--attempt takes a number from 1.</source>
        <translation>--attempt için 1 veya daha büyük bir sayı yazın.</translation>
    </message>
    <message>
        <source>Write the log of a job.</source>
        <translation>Bir işin kaydını yazar.</translation>
    </message>
    <message>
        <source>(%1 bytes of the log were not kept here)</source>
        <translation>(kaydın %1 baytı burada saklanmadı)</translation>
    </message>
    <message>
        <source>Kule runs Python jobs, keeps their fatal errors and serves both on a local API.</source>
        <translation>Kule Python işlerini çalıştırır, ölümcül hatalarını saklar ve ikisini de yerel bir API ile sunar.</translation>
    </message>
    <message>
        <source>Usage: kule COMMAND [words] [options]; kule alone opens the console.</source>
        <translation>Kullanım: kule COMMAND [kelimeler] [seçenekler]; yalnız kule yazılırsa konsol açılır.</translation>
    </message>
    <message>
        <source>kule COMMAND --help tells more. Every command takes --json and --language tr|en.</source>
        <translation>Ayrıntısı için: kule COMMAND --help. Her komut --json ve --language tr|en alır.</translation>
    </message>
    <message>
        <source>Exit codes: 0 ok, 1 the job failed, 2 usage, 3 not found, 4 refused, 5 conflict, 69 unavailable, 75 try again, 124 timed out, 130 interrupted.</source>
        <translation>Çıkış kodları: 0 başarılı, 1 iş başarısız, 2 kullanım hatası, 3 bulunamadı, 4 reddedildi, 5 çakışma, 69 ulaşılamıyor, 75 yeniden deneyin, 124 zaman aşımı, 130 yarıda kaldı.</translation>
    </message>
    <message>
        <source>Show this and end.</source>
        <translation>Bunu gösterip çıkar.</translation>
    </message>
    <message>
        <source>Write data as JSON.</source>
        <translation>Veriyi JSON olarak yazar.</translation>
    </message>
    <message>
        <source>Language of what is said: tr or en.</source>
        <translation>Kullanılan dil: tr veya en.</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;. &quot;kule help&quot; lists them.</source>
        <translation>&quot;%1&quot; diye bir komut yok. Komutları &quot;kule help&quot; listeler.</translation>
    </message>
    <message>
        <source>Argument of boot, as JSON; repeatable.</source>
        <translation>boot için argüman, JSON olarak; yinelenebilir.</translation>
    </message>
    <message>
        <source>Named argument of boot, as name=JSON; repeatable.</source>
        <translation>boot için adlı argüman, name=JSON olarak; yinelenebilir.</translation>
    </message>
    <message>
        <source>Name of this run; else a random one.</source>
        <translation>Bu çalıştırmanın adı; verilmezse rastgele.</translation>
    </message>
    <message>
        <source>Seconds after which the job is stopped.</source>
        <translation>İşin durdurulacağı süre, saniye.</translation>
    </message>
    <message>
        <source>Words by which to find it again.</source>
        <translation>İşi sonradan bulmak için kelimeler.</translation>
    </message>
    <message>
        <source>Where the report goes if it fails.</source>
        <translation>İş başarısız olursa raporun gideceği adres.</translation>
    </message>
    <message>
        <source>Write the job&apos;s log to stdout while it runs.</source>
        <translation>İş çalışırken kaydını stdout&apos;a yazar.</translation>
    </message>
    <message>
        <source>Do not wait for the end.</source>
        <translation>İşin bitmesini beklemez.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not JSON. Text needs quotes of its own: &apos;&quot;text&quot;&apos;.</source>
        <translation>&quot;%1&quot; JSON değil. Metnin kendi tırnakları da olmalı: &apos;&quot;metin&quot;&apos;.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no named argument. Write it as name=JSON.</source>
        <translation>&quot;%1&quot; bir adlı argüman değil. name=JSON biçiminde yazın.</translation>
    </message>
    <message>
        <source>--timeout takes a number of seconds above 0.</source>
        <translation>--timeout için 0&apos;dan büyük bir saniye sayısı yazın.</translation>
    </message>
    <message>
        <source>Succeeded.</source>
        <translation>Başarılı.</translation>
    </message>
    <message>
        <source>Succeeded: %1</source>
        <translation>Başarılı: %1</translation>
    </message>
    <message>
        <source>Job %1: %2.</source>
        <translation>%1 işi: %2.</translation>
    </message>
    <message>
        <source>The report: kule fatals show %1</source>
        <translation>Rapor: kule fatals show %1</translation>
    </message>
    <message>
        <source>Cancelling; once more leaves the job to itself.</source>
        <translation>İptal ediliyor; yinelerseniz iş kendi haline bırakılır.</translation>
    </message>
    <message>
        <source>Run boot() of a Python file and end as it ends.</source>
        <translation>Bir Python dosyasının boot() işlevini çalıştırır ve onun sonucuyla biter.</translation>
    </message>
    <message>
        <source>Folder of the database, logs and fatal reports.</source>
        <translation>Veritabanının, kayıtların ve hata raporlarının klasörü.</translation>
    </message>
    <message>
        <source>Port of the API; 0 takes a free one.</source>
        <translation>API&apos;nin portu; 0 boş bir port alır.</translation>
    </message>
    <message>
        <source>File with an access key of scope admin.</source>
        <translation>admin yetkili bir erişim anahtarının dosyası.</translation>
    </message>
    <message>
        <source>Folder whose Python files may be run; repeatable.</source>
        <translation>İçindeki Python dosyaları çalıştırılabilen klasör; yinelenebilir.</translation>
    </message>
    <message>
        <source>Access key &quot;default&quot;, shown only now: %1</source>
        <translation>&quot;default&quot; erişim anahtarı, yalnız şimdi gösterilir: %1</translation>
    </message>
    <message>
        <source>The engine without a window, until SIGTERM or Ctrl+C.</source>
        <translation>Penceresiz motor; SIGTERM veya Ctrl+C gelene kadar çalışır.</translation>
    </message>
    <message>
        <source>Continue after this place, as the page before named it.</source>
        <translation>Önceki sayfanın verdiği yerden devam eder.</translation>
    </message>
    <message>
        <source>The engine at %1 cannot be reached: %2. Check whether it still runs.</source>
        <translation>%1 adresindeki motora ulaşılamıyor: %2. Hâlâ çalışıyor mu, bakın.</translation>
    </message>
    <message>
        <source>The engine answered with HTTP status %1. Its log may say why.</source>
        <translation>Motor HTTP durumu %1 ile yanıt verdi. Nedeni motorun kaydında yazıyor olabilir.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one word too many. Usage: kule %2</source>
        <translation>&quot;%1&quot; fazladan bir kelime. Kullanım: kule %2</translation>
    </message>
    <message>
        <source>%1 did not end as %2. &quot;kule doctor&quot; may say why.</source>
        <translation>%1, %2 durumuyla bitmedi. Nedenini &quot;kule doctor&quot; gösterebilir.</translation>
    </message>
    <message>
        <source>Show how it works, in a temporary folder.</source>
        <translation>Nasıl çalıştığını geçici bir klasörde gösterir.</translation>
    </message>
    <message>
        <source>port %1 cannot be opened: %2</source>
        <translation>%1 portu açılamıyor: %2</translation>
    </message>
    <message>
        <source>Keep writing until the job ends.</source>
        <translation>İş bitene kadar yazmayı sürdürür.</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>bekliyor</translation>
    </message>
    <message>
        <source>running</source>
        <translation>çalışıyor</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>başarılı</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>başarısız</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>iptal edildi</translation>
    </message>
    <message>
        <source>timed_out</source>
        <translation>zaman aşımı</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>yarıda kaldı</translation>
    </message>
    <message>
        <source>the system does not say how much is free for %1</source>
        <translation>sistem %1 için ne kadar boş yer olduğunu söylemiyor</translation>
    </message>
    <message>
        <source>Look yourself; a full disk stops new jobs.</source>
        <translation>Kendiniz bakın; dolu disk yeni işleri durdurur.</translation>
    </message>
    <message>
        <source>There is no option %1. &quot;kule %2 --help&quot; lists them.</source>
        <translation>%1 diye bir seçenek yok. &quot;kule %2 --help&quot; hepsini listeler.</translation>
    </message>
    <message>
        <source>%1 takes no value. See &quot;kule %2 --help&quot;.</source>
        <translation>%1 değer almaz. &quot;kule %2 --help&quot; çıktısına bakın.</translation>
    </message>
    <message>
        <source>%1 needs a value. See &quot;kule %2 --help&quot;.</source>
        <translation>%1 bir değer ister. &quot;kule %2 --help&quot; çıktısına bakın.</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Seçenekler:</translation>
    </message>
    <message>
        <source>Only lines that match this regular expression; not with -f.</source>
        <translation>Yalnızca bu düzenli ifadeyle eşleşen satırlar; -f ile birlikte kullanılamaz.</translation>
    </message>
    <message>
        <source>--search and --follow do not go together.</source>
        <translation>--search ile --follow birlikte kullanılamaz.</translation>
    </message>
    <message>
        <source>No line matches.</source>
        <translation>Eşleşen satır yok.</translation>
    </message>
    <message>
        <source>The search has yet to look into %1 jobs; ask again in a while.</source>
        <translation>Arama %1 işe henüz bakmadı; biraz sonra yeniden sorun.</translation>
    </message>
    <message>
        <source>--expected takes a whole number, as the list says it.</source>
        <translation>--expected, listenin söylediği gibi bir tam sayı ister.</translation>
    </message>
    <message>
        <source>The filter shows %1. Nothing was done; say it again with --expected %1 if you mean them all.</source>
        <translation>Filtre %1 tane gösteriyor. Hiçbir şey yapılmadı; hepsini kastediyorsanız --expected %1 ile yeniden söyleyin.</translation>
    </message>
    <message>
        <source>%1 of %2 done, %3 left alone.</source>
        <translation>%2 işten %1 tanesi tamam, %3 tanesine dokunulmadı.</translation>
    </message>
    <message>
        <source>…-all: how many you mean; if it is another number by now, nothing is done.</source>
        <translation>…-all: kaç tane kastettiğiniz; sayı bu arada değiştiyse hiçbir şey yapılmaz.</translation>
    </message>
    <message>
        <source>Until %1 this takes it back: kule undo %2</source>
        <translation>%1 saatine kadar şu komut geri alır: kule undo %2</translation>
    </message>
    <message>
        <source>It broke off before its end: %1. Look whether the engine still runs, and try again.</source>
        <translation>Bitmeden koptu: %1. Motorun hâlâ çalışıp çalışmadığına bakın ve yeniden deneyin.</translation>
    </message>
    <message>
        <source>csv, excel (csv with the mark by which Excel knows UTF-8) or jsonl; else csv.</source>
        <translation>csv, excel (Excel&apos;in UTF-8&apos;i tanıdığı işaretle csv) ya da jsonl; verilmezse csv.</translation>
    </message>
    <message>
        <source>log: which attempt; else the newest.</source>
        <translation>log: hangi deneme; verilmezse en yenisi.</translation>
    </message>
    <message>
        <source>File to write; else stdout.</source>
        <translation>Yazılacak dosya; verilmezse stdout.</translation>
    </message>
    <message>
        <source>Replace the file if it is there.</source>
        <translation>Dosya varsa değiştir.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another place or make room.</source>
        <translation>%1 yazılamıyor: %2. Başka bir yer seçin ya da yer açın.</translation>
    </message>
    <message>
        <source>%1 is there already. Choose another name, or replace it with --force.</source>
        <translation>%1 zaten var. Başka bir ad seçin ya da --force ile değiştirin.</translation>
    </message>
    <message>
        <source>it is no regular file</source>
        <translation>sıradan bir dosya değil</translation>
    </message>
    <message>
        <source>%1: %2 bytes written.</source>
        <translation>%1: %2 bayt yazıldı.</translation>
    </message>
    <message>
        <source>Say what to export: jobs, fatals, activity or log.</source>
        <translation>Neyin dışa aktarılacağını söyleyin: jobs, fatals, activity ya da log.</translation>
    </message>
    <message>
        <source>Write what a filter shows as CSV or JSON Lines, or a job&apos;s log as text.</source>
        <translation>Filtrenin gösterdiğini CSV ya da JSON Lines, bir işin kaydını metin olarak yazar.</translation>
    </message>
    <message>
        <source>List fatal errors (type:ValueError words…), show or delete one, or delete all of a filter.</source>
        <translation>Ölümcül hataları listeler (type:ValueError kelimeler…), birini gösterir ya da siler, ya da filtrenin gösterdiği hepsini siler.</translation>
    </message>
    <message>
        <source>List jobs (state:failed file:report words…); show, cancel, rerun or delete one, or all of a filter.</source>
        <translation>İşleri listeler (state:failed file:report kelimeler…); birini ya da filtrenin gösterdiği hepsini gösterir, iptal eder, yeniden çalıştırır ya da siler.</translation>
    </message>
    <message>
        <source>jobs that went well</source>
        <translation>başarılı ya da iptal edilmiş işler</translation>
    </message>
    <message>
        <source>failed jobs</source>
        <translation>başarısız işler</translation>
    </message>
    <message>
        <source>fatal reports</source>
        <translation>ölümcül hata raporları</translation>
    </message>
    <message>
        <source>delivered callbacks</source>
        <translation>iletilmiş geri çağrılar</translation>
    </message>
    <message>
        <source>activity</source>
        <translation>etkinlik</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no limit. One looks like jobs_days=30; &quot;kule help keep&quot; says more.</source>
        <translation>&quot;%1&quot; bir sınır değil. Örneği jobs_days=30; &quot;kule help keep&quot; fazlasını söyler.</translation>
    </message>
    <message>
        <source>WOULD GO</source>
        <translation>SİLİNİRDİ</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>BOYUT</translation>
    </message>
    <message>
        <source>OLDEST</source>
        <translation>EN ESKİSİ</translation>
    </message>
    <message>
        <source>OF</source>
        <translation>TOPLAM</translation>
    </message>
    <message>
        <source>KIND</source>
        <translation>TÜR</translation>
    </message>
    <message>
        <source>Say what would be deleted by the settings under keep., or by other limits.</source>
        <translation>keep. altındaki ayarlara ya da başka sınırlara göre nelerin silineceğini söyler.</translation>
    </message>
    <message>
        <source>Nothing was deleted in the last ten minutes.</source>
        <translation>Son on dakikada hiçbir şey silinmedi.</translation>
    </message>
    <message>
        <source>UNDO</source>
        <translation>GERİ ALMA</translation>
    </message>
    <message>
        <source>UNTIL</source>
        <translation>SON AN</translation>
    </message>
    <message>
        <source>COUNT</source>
        <translation>SAYI</translation>
    </message>
    <message>
        <source>%1 came back.</source>
        <translation>%1 tanesi geri geldi.</translation>
    </message>
    <message>
        <source>List the deletions of the last ten minutes, or take one back.</source>
        <translation>Son on dakikanın silmelerini listeler ya da birini geri alır.</translation>
    </message>
    <message>
        <source>A title, from a page of a local stand-in; then from the cache</source>
        <translation>Bir başlık: önce yerel bir yedek sitenin sayfasından, sonra önbellekten</translation>
    </message>
    <message>
        <source>Fetch the page, whatever is stored.</source>
        <translation>Ne saklanmış olursa olsun sayfayı yeniden getir.</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(adı yok)</translation>
    </message>
    <message>
        <source>genres</source>
        <translation>türler</translation>
    </message>
    <message>
        <source>cast</source>
        <translation>oyuncular</translation>
    </message>
    <message>
        <source>plot</source>
        <translation>konu</translation>
    </message>
    <message>
        <source>backdrop</source>
        <translation>görsel</translation>
    </message>
    <message>
        <source>from</source>
        <translation>kaynak</translation>
    </message>
    <message>
        <source>Get titles: their year, plot, genres, cast and picture.</source>
        <translation>Başlıkları getir: yılı, konusu, türleri, oyuncuları ve görseli.</translation>
    </message>
    <message>
        <source>in the keychain of this computer</source>
        <translation>bu bilgisayarın anahtarlığında</translation>
    </message>
    <message>
        <source>in a vault under a passphrase</source>
        <translation>parolalı bir kasada</translation>
    </message>
    <message>
        <source>in memory, until the engine ends</source>
        <translation>bellekte, motor kapanana kadar</translation>
    </message>
    <message>
        <source>in the environment</source>
        <translation>ortam değişkenlerinde</translation>
    </message>
    <message>
        <source>passphrase: start a new vault and keep the old one aside.</source>
        <translation>passphrase: yeni bir kasa açar, eskisini kenara koyar.</translation>
    </message>
    <message>
        <source>move: go even if what is kept now cannot be read.</source>
        <translation>move: şimdi saklananlar okunamasa da taşınır.</translation>
    </message>
    <message>
        <source>Nothing was entered. Type it, or pass it on standard input.</source>
        <translation>Bir şey girilmedi. Yazın ya da standart girdiden verin.</translation>
    </message>
    <message>
        <source>Secrets live in: %1 (%2)</source>
        <translation>Gizli bilgilerin yeri: %1 (%2)</translation>
    </message>
    <message>
        <source>works</source>
        <translation>çalışıyor</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>henüz denenmedi</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>ortam</translation>
    </message>
    <message>
        <source>FROM</source>
        <translation>KAYNAK</translation>
    </message>
    <message>
        <source>CHANGED</source>
        <translation>DEĞİŞTİ</translation>
    </message>
    <message>
        <source>Value of %1: </source>
        <translation>%1 değeri: </translation>
    </message>
    <message>
        <source>Passphrase of the vault: </source>
        <translation>Kasanın parolası: </translation>
    </message>
    <message>
        <source>Passphrase until now: </source>
        <translation>Şimdiki parola: </translation>
    </message>
    <message>
        <source>New passphrase: </source>
        <translation>Yeni parola: </translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known. Usage: kule secrets list | set NAME | remove NAME | unlock | passphrase | move PLACE</source>
        <translation>&quot;%1&quot; bilinmiyor. Kullanım: kule secrets list | set AD | remove AD | unlock | passphrase | move YER</translation>
    </message>
    <message>
        <source>The secret is kept.</source>
        <translation>Gizli bilgi saklandı.</translation>
    </message>
    <message>
        <source>The secret is deleted.</source>
        <translation>Gizli bilgi silindi.</translation>
    </message>
    <message>
        <source>Say where secrets live, keep them and move them; values come from standard input.</source>
        <translation>Gizli bilgilerin yerini söyler, saklar ve taşır; değerler standart girdiden gelir.</translation>
    </message>
    <message>
        <source>USERNAME</source>
        <translation>KULLANICI ADI</translation>
    </message>
    <message>
        <source>LAST UPDATE</source>
        <translation>SON GÜNCELLEME</translation>
    </message>
    <message>
        <source>REASON</source>
        <translation>NEDEN</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number of chats.</source>
        <translation>&quot;%1&quot; bir sohbet sayısı değil.</translation>
    </message>
    <message>
        <source>KULE_TITLES_BASE_URL is not the address of a site</source>
        <translation>KULE_TITLES_BASE_URL bir site adresi değil</translation>
    </message>
    <message>
        <source>Set it to https://www.netflix.com, or unset it.</source>
        <translation>Onu https://www.netflix.com yapın ya da kaldırın.</translation>
    </message>
    <message>
        <source>%1 can be reached</source>
        <translation>%1 adresine ulaşılıyor</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2; only stored titles are answered</source>
        <translation>%1 adresine ulaşılamıyor: %2; yalnızca saklı başlıklar yanıtlanır</translation>
    </message>
    <message>
        <source>Look at the network connection and KULE_TITLES_BASE_URL.</source>
        <translation>Ağ bağlantısına ve KULE_TITLES_BASE_URL değerine bakın.</translation>
    </message>
    <message>
        <source>something listens at %1, and wants a password that is not in the environment</source>
        <translation>%1 adresinde bir şey dinliyor ve ortamda olmayan bir parola istiyor</translation>
    </message>
    <message>
        <source>If it lives with the other secrets, start Kule and look again.</source>
        <translation>Parola diğer sırlarla birlikte duruyorsa Kule&apos;yi başlatıp yeniden bakın.</translation>
    </message>
    <message>
        <source>Until then titles come from the database or their pages.</source>
        <translation>O zamana kadar başlıklar veritabanından ya da sayfalarından gelir.</translation>
    </message>
    <message>
        <source>Until then titles cannot be saved; their pages wait.</source>
        <translation>O zamana kadar başlıklar kaydedilemez; sayfaları bekler.</translation>
    </message>
    <message>
        <source>in memory</source>
        <translation>bellekte</translation>
    </message>
    <message>
        <source>Redis at %1 answers</source>
        <translation>%1 adresindeki Redis yanıt veriyor</translation>
    </message>
    <message>
        <source>Start Redis there, or unset KULE_TITLES_CACHE_URL to use memory. Until then titles come from the database or their pages.</source>
        <translation>Orada Redis&apos;i başlatın ya da belleği kullanmak için KULE_TITLES_CACHE_URL değişkenini kaldırın. O zamana kadar başlıklar veritabanından ya da sayfalarından gelir.</translation>
    </message>
    <message>
        <source>Something runs there and refuses: correct the password, KULE_TITLES_CACHE_PASSWORD or titles/cache-password among the secrets.</source>
        <translation>Orada bir şey çalışıyor ama kabul etmiyor: parolayı düzeltin; KULE_TITLES_CACHE_PASSWORD ya da sırlar arasındaki titles/cache-password.</translation>
    </message>
    <message>
        <source>SQLite, in the data folder</source>
        <translation>SQLite, veri klasöründe</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 answers</source>
        <translation>%1 adresindeki PostgreSQL yanıt veriyor</translation>
    </message>
    <message>
        <source>Start PostgreSQL there, or correct host and port in KULE_DATABASE_URL. Until then titles cannot be saved; their pages wait.</source>
        <translation>Orada PostgreSQL&apos;i başlatın ya da KULE_DATABASE_URL içindeki sunucu ile portu düzeltin. O zamana kadar başlıklar kaydedilemez; sayfaları bekler.</translation>
    </message>
    <message>
        <source>Something runs there and refuses: correct user and name in KULE_DATABASE_URL, and the password, KULE_DATABASE_PASSWORD or titles/database-password among the secrets.</source>
        <translation>Orada bir şey çalışıyor ama kabul etmiyor: KULE_DATABASE_URL içindeki kullanıcıyla adı ve parolayı düzeltin; KULE_DATABASE_PASSWORD ya da sırlar arasındaki titles/database-password.</translation>
    </message>
    <message>
        <source>%1 (known): %2</source>
        <translation>%1 (biliniyor): %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>logs: keep writing until interrupted.</source>
        <translation>logs: kesilene kadar yazmayı sürdür.</translation>
    </message>
    <message>
        <source>logs: only so many bytes from the end.</source>
        <translation>logs: yalnızca sondaki bu kadar bayt.</translation>
    </message>
    <message>
        <source>import: the folder of the scripts; else that of the Procfile.</source>
        <translation>import: betiklerin klasörü; verilmezse Procfile&apos;ın klasörü.</translation>
    </message>
    <message>
        <source>environment: stop making it.</source>
        <translation>environment: hazırlanmasını durdur.</translation>
    </message>
    <message>
        <source>--tail takes a number of bytes from 1 to 1048576.</source>
        <translation>--tail 1 ile 1048576 arasında bir bayt sayısı alır.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 okunamıyor: %2.</translation>
    </message>
    <message>
        <source>LINE</source>
        <translation>SATIR</translation>
    </message>
    <message>
        <source>OUTCOME</source>
        <translation>SONUÇ</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known. Usage: kule bots %2</source>
        <translation>&quot;%1&quot; bilinmiyor. Kullanım: kule bots %2</translation>
    </message>
    <message>
        <source>List, start, stop, restart, scale and mend bots, read their logs, import a Procfile, see what a source would bring.</source>
        <translation>Botları listeler, başlatır, durdurur, yeniden başlatır, ölçekler ve onarır; kayıtlarını okur, Procfile içe aktarır, bir kaynağın ne getireceğini gösterir.</translation>
    </message>
    <message>
        <source>scale, restart, stop: confirms the effect that was shown with this value.</source>
        <translation>scale, restart, stop: bu değerle birlikte gösterilen etkiyi onaylar.</translation>
    </message>
    <message>
        <source>scale, restart, stop: do it, whatever the effect.</source>
        <translation>scale, restart, stop: etkisi ne olursa olsun yapar.</translation>
    </message>
    <message>
        <source>logs: how many of the last lines, 1 to 1500.</source>
        <translation>logs: son kaç satır, 1 ile 1500 arasında.</translation>
    </message>
    <message>
        <source>logs: of this dyno alone.</source>
        <translation>logs: yalnız bu dynonun satırları.</translation>
    </message>
    <message>
        <source>schedule: time zone, such as Europe/Istanbul; this computer&apos;s by default.</source>
        <translation>schedule: saat dilimi, örneğin Europe/Istanbul; verilmezse bu bilgisayarınki.</translation>
    </message>
    <message>
        <source>schedule: restart up to so many seconds later, by chance.</source>
        <translation>schedule: en çok bu kadar saniye, rastgele gecikmeyle yeniden başlatır.</translation>
    </message>
    <message>
        <source>schedule: process type to restart; all by default.</source>
        <translation>schedule: yeniden başlatılacak süreç türü; verilmezse tümü.</translation>
    </message>
    <message>
        <source>APP</source>
        <translation>UYGULAMA</translation>
    </message>
    <message>
        <source>SCHEDULE</source>
        <translation>ZAMANLAMA</translation>
    </message>
    <message>
        <source>NEXT RESTART</source>
        <translation>SONRAKİ YENİDEN BAŞLATMA</translation>
    </message>
    <message>
        <source>REQUESTS LEFT</source>
        <translation>KALAN İSTEK</translation>
    </message>
    <message>
        <source>LAST RESTART</source>
        <translation>SON YENİDEN BAŞLATMA</translation>
    </message>
    <message>
        <source>DYNO</source>
        <translation>DYNO</translation>
    </message>
    <message>
        <source>STARTED</source>
        <translation>BAŞLANGIÇ</translation>
    </message>
    <message>
        <source>CYCLING</source>
        <translation>GÜNLÜK YENİLEME</translation>
    </message>
    <message>
        <source>To restart it at an hour of your choice instead: kule heroku schedule %1 &quot;%2&quot;</source>
        <translation>Bunun yerine sizin seçtiğiniz saatte yeniden başlatmak için: kule heroku schedule %1 &quot;%2&quot;</translation>
    </message>
    <message>
        <source>Nothing was done; say it again with --expected %1 if you mean that.</source>
        <translation>Hiçbir şey yapılmadı; istediğiniz buysa --expected %1 ile yineleyin.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number of dynos.</source>
        <translation>&quot;%1&quot; bir dyno sayısı değil.</translation>
    </message>
    <message>
        <source>There was more; the oldest lines are missing.</source>
        <translation>Daha fazlası vardı; en eski satırlar eksik.</translation>
    </message>
    <message>
        <source>--jitter takes a number of seconds.</source>
        <translation>--jitter saniye sayısı ister.</translation>
    </message>
    <message>
        <source>Token of %1: </source>
        <translation>%1 uygulamasının belirteci: </translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known. Usage: kule heroku %2</source>
        <translation>&quot;%1&quot; bilinmiyor. Kullanım: kule heroku %2</translation>
    </message>
    <message>
        <source>Usage: kule heroku %1</source>
        <translation>Kullanım: kule heroku %1</translation>
    </message>
    <message>
        <source>%1 is forgotten here; nothing changed at Heroku.</source>
        <translation>%1 burada unutuldu; Heroku&apos;da bir şey değişmedi.</translation>
    </message>
    <message>
        <source>See, scale, restart and stop what runs on Heroku; each effect is confirmed first.</source>
        <translation>Heroku&apos;da çalışanı görür, ölçekler, yeniden başlatır ve durdurur; her etki önce onaylanır.</translation>
    </message>
    <message>
        <source>PER MINUTE</source>
        <translation>DAKİKADA</translation>
    </message>
    <message>
        <source>LATENCY MS</source>
        <translation>GECİKME MS</translation>
    </message>
    <message>
        <source>ERRORS</source>
        <translation>HATALAR</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Kule: a desktop operations console.</source>
        <translation>Kule: masaüstü operasyon konsolu.</translation>
    </message>
    <message>
        <source>File with an access key that is valid while this window is open.</source>
        <translation>Bu pencere açıkken geçerli olan bir erişim anahtarının dosyası.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not understood.</source>
        <translation>&quot;%1&quot; anlaşılmadı.</translation>
    </message>
</context>
<context>
    <name>DeliveriesModel</name>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Sohbet</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>İleti</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Neden</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Ne zaman</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Deneme</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>%1 cannot be read: %2. Mend the path or its permissions.</source>
        <translation>%1 okunamıyor: %2. Yolu veya izinlerini düzeltin.</translation>
    </message>
    <message>
        <source>%1 is not an address to listen on. Write one such as 127.0.0.1 or ::1 in api.listen.</source>
        <translation>%1 dinlenecek bir adres değil. api.listen ayarına 127.0.0.1 veya ::1 gibi bir adres yazın.</translation>
    </message>
    <message>
        <source>There is no address to listen on. Write one such as 127.0.0.1 in api.listen.</source>
        <translation>Dinlenecek adres yok. api.listen ayarına 127.0.0.1 gibi bir adres yazın.</translation>
    </message>
    <message>
        <source>This server does not go by that name. Use localhost and its port, or add the name to api.listen.</source>
        <translation>Bu sunucunun böyle bir adı yok. localhost ve portunu kullanın veya adı api.listen ayarına ekleyin.</translation>
    </message>
    <message>
        <source>Pages of this origin may not call Kule. Add the origin to api.cors_origins if they should.</source>
        <translation>Bu web kaynağının (origin) sayfaları Kule&apos;yi çağıramaz. Çağırmaları gerekiyorsa kaynağı api.cors_origins ayarına ekleyin.</translation>
    </message>
    <message>
        <source>This access key is not valid. Ask for a new one or look whether it was revoked.</source>
        <translation>Bu erişim anahtarı geçerli değil. Yeni bir anahtar isteyin veya geçersiz kılınmış mı, bakın.</translation>
    </message>
    <message>
        <source>Send an access key in X-Auth-Hash, X-API-Key or Authorization: Bearer.</source>
        <translation>Erişim anahtarını X-Auth-Hash, X-API-Key veya Authorization: Bearer üstbilgisinde gönderin.</translation>
    </message>
    <message>
        <source>Too many requests with this key. Wait %1 s.</source>
        <translation>Bu anahtarla çok fazla istek geldi. %1 sn bekleyin.</translation>
    </message>
    <message>
        <source>This address does not take that method. It takes %1.</source>
        <translation>Bu adres bu yöntemi kabul etmiyor. Kabul ettikleri: %1.</translation>
    </message>
    <message>
        <source>This key has the scope %1, which is not enough here. Use a key with more.</source>
        <translation>Bu anahtarın yetkisi %1; burası için yeterli değil. Daha yetkili bir anahtar kullanın.</translation>
    </message>
    <message>
        <source>Send the body as Content-Type: application/json.</source>
        <translation>Gövdeyi Content-Type: application/json ile gönderin.</translation>
    </message>
    <message>
        <source>This way of sending a body is not supported. Use Content-Length or chunked.</source>
        <translation>Gövde bu yolla gönderilemez. Content-Length veya chunked kullanın.</translation>
    </message>
    <message>
        <source>Too many connections. Try again in a moment.</source>
        <translation>Çok fazla bağlantı var. Az sonra yeniden deneyin.</translation>
    </message>
    <message>
        <source>This version of HTTP is not supported. Use HTTP/1.1.</source>
        <translation>Bu HTTP sürümü desteklenmiyor. HTTP/1.1 kullanın.</translation>
    </message>
    <message>
        <source>Kule could not answer. Its log says why.</source>
        <translation>Kule yanıt veremedi. Nedeni Kule&apos;nin kendi kaydında yazıyor.</translation>
    </message>
    <message>
        <source>The address holds a broken escape or bytes that are not UTF-8. Percent-encode it as UTF-8.</source>
        <translation>Adreste bozuk bir kaçış dizisi veya UTF-8 olmayan baytlar var. Adresi UTF-8 ile yüzde kodlamalı yazın.</translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3.</source>
        <translation>%1, %2 ile %3 arasında bir tam sayı olmalı.</translation>
    </message>
    <message>
        <source>%1 could not be written (%2), so other programs do not find this Kule by themselves. Make its folder writable.</source>
        <translation>%1 yazılamadı (%2); bu yüzden başka programlar bu Kule&apos;yi kendiliğinden bulamaz. Klasörünü yazılabilir yapın.</translation>
    </message>
    <message>
        <source>No Kule is running on this data folder. Start the console or kule serve.</source>
        <translation>Bu veri klasöründe çalışan bir Kule yok. Konsolu veya kule serve komutunu başlatın.</translation>
    </message>
    <message>
        <source>There is no setting %1. GET /api/settings lists them.</source>
        <translation>%1 diye bir ayar yok. GET /api/settings ayarları listeler.</translation>
    </message>
    <message>
        <source>name is required: what the key is called.</source>
        <translation>name gerekli: anahtarın adı.</translation>
    </message>
    <message>
        <source>scope must be read, run or admin.</source>
        <translation>scope read, run veya admin olmalı.</translation>
    </message>
    <message>
        <source>value is required: text, a whole number, true or false.</source>
        <translation>value gerekli: metin, tam sayı, true veya false.</translation>
    </message>
    <message>
        <source>%1 is not a state of a callback. There are waiting, delivered and dead.</source>
        <translation>%1 bir geri çağrı durumu değil. Durumlar: waiting, delivered ve dead.</translation>
    </message>
    <message>
        <source>code must be as_now (the file as it is) or as_then (as it was).</source>
        <translation>code as_now (dosyanın şimdiki hali) veya as_then (o zamanki hali) olmalı.</translation>
    </message>
    <message>
        <source>The process was started.</source>
        <translation>İşlem başlatıldı.</translation>
    </message>
    <message>
        <source>This process is already under way.</source>
        <translation>Bu işlem zaten sürüyor.</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 silindi.</translation>
    </message>
    <message>
        <source>Jobs cannot be stored now. The window and the log say why.</source>
        <translation>Şu anda iş saklanamıyor. Nedeni pencerede ve Kule&apos;nin kaydında yazıyor.</translation>
    </message>
    <message>
        <source>The system does not let this program listen on port %1. Choose one above 1023.</source>
        <translation>Sistem bu programın %1 portunu dinlemesine izin vermiyor. 1023&apos;ten büyük bir port seçin.</translation>
    </message>
    <message>
        <source>Cannot listen on port %1: %2. Check the addresses in the settings.</source>
        <translation>%1 portu dinlenemiyor: %2. Ayarlardaki adresleri kontrol edin.</translation>
    </message>
    <message>
        <source>Port %1 is taken by another program. Port %2 is free.</source>
        <translation>%1 portunu başka bir program kullanıyor. %2 portu boş.</translation>
    </message>
    <message>
        <source>Port %1 is taken by %2 (process %3). Port %4 is free.</source>
        <translation>%1 portunu %2 kullanıyor (süreç %3). %4 portu boş.</translation>
    </message>
    <message>
        <source>This system has no TLS library that Qt can use. Install OpenSSL, or switch TLS off.</source>
        <translation>Bu sistemde Qt&apos;nin kullanabileceği bir TLS kitaplığı yok. OpenSSL kurun veya TLS&apos;yi kapatın.</translation>
    </message>
    <message>
        <source>The TLS certificate is not a PEM certificate. Choose another file.</source>
        <translation>TLS sertifikası PEM biçiminde değil. Başka bir dosya seçin.</translation>
    </message>
    <message>
        <source>The TLS key is not an unencrypted PEM key (RSA or EC). Choose another file.</source>
        <translation>TLS anahtarı şifresiz bir PEM anahtarı (RSA veya EC) değil. Başka bir dosya seçin.</translation>
    </message>
    <message>
        <source>There is nothing at %1. See /docs for what there is.</source>
        <translation>%1 adresinde bir şey yok. Neler olduğunu /docs gösterir.</translation>
    </message>
    <message>
        <source>Send a JSON object.</source>
        <translation>Bir JSON nesnesi gönderin.</translation>
    </message>
    <message>
        <source>process_id is required: text of 1 to 256 characters, or a whole number.</source>
        <translation>process_id gerekli: 1–256 karakterlik bir metin veya bir tam sayı.</translation>
    </message>
    <message>
        <source>file_path is required: the path of a Python file, such as packages/example.py.</source>
        <translation>file_path gerekli: bir Python dosyasının yolu, örneğin packages/example.py.</translation>
    </message>
    <message>
        <source>args must be a JSON array.</source>
        <translation>args bir JSON dizisi olmalı.</translation>
    </message>
    <message>
        <source>kwargs must be a JSON object.</source>
        <translation>kwargs bir JSON nesnesi olmalı.</translation>
    </message>
    <message>
        <source>callback_url must be an http or https address.</source>
        <translation>callback_url bir http veya https adresi olmalı.</translation>
    </message>
    <message>
        <source>label must be text of at most 200 characters.</source>
        <translation>label en çok 200 karakterlik bir metin olmalı.</translation>
    </message>
    <message>
        <source>timeout_s must be a number of seconds above 0, a year at most.</source>
        <translation>timeout_s saniye sayısı olmalı: 0&apos;dan büyük, en çok bir yıl.</translation>
    </message>
    <message>
        <source>The engine is shutting down. Start it again and repeat the call.</source>
        <translation>Motor kapanıyor. Yeniden başlatıp çağrıyı yineleyin.</translation>
    </message>
    <message>
        <source>There is no callback %1. Load the list again.</source>
        <translation>%1 kimlikli bir geri çağrı yok. Listeyi yeniden yükleyin.</translation>
    </message>
    <message>
        <source>This is no place in the list of callbacks. Load the list from its start.</source>
        <translation>Bu, geri çağrı listesinde bir yer değil. Listeyi baştan yükleyin.</translation>
    </message>
    <message>
        <source>Kule already runs on the data folder %1 (process %2). Use that one, or choose another folder with --data-dir.</source>
        <translation>Kule %1 veri klasöründe zaten çalışıyor (süreç %2). Onu kullanın veya --data-dir ile başka bir klasör seçin.</translation>
    </message>
    <message>
        <source>The fatals folder refused %1: %2. Check that the folder is there, writable and not full.</source>
        <translation>fatals klasörü %1 dosyasını kabul etmedi: %2. Klasörün yerinde, yazılabilir ve dolmamış olduğunu kontrol edin.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a report. Take one from the list.</source>
        <translation>“%1” bir rapor adı olamaz. Listeden bir ad alın.</translation>
    </message>
    <message>
        <source>There is no report %1. It may have been deleted; load the list again.</source>
        <translation>%1 adlı rapor yok. Silinmiş olabilir; listeyi yeniden yükleyin.</translation>
    </message>
    <message>
        <source>%1 is larger than 64 MiB and is not read. Open it from the fatals folder.</source>
        <translation>%1 dosyası 64 MiB&apos;den büyük olduğu için okunmadı. fatals klasöründen açın.</translation>
    </message>
    <message>
        <source>There are now %1 such reports, not %2. Nothing was deleted; look at the list again.</source>
        <translation>Şu anda böyle %1 rapor var, %2 değil. Hiçbir şey silinmedi; listeye yeniden bakın.</translation>
    </message>
    <message>
        <source>%1 is not valid JSON. Mend it in the fatals folder or delete it.</source>
        <translation>%1 geçerli bir JSON değil. fatals klasöründe düzeltin veya silin.</translation>
    </message>
    <message>
        <source>This is no place in the list of fatals. Load the list from its start.</source>
        <translation>Bu, ölümcül hata listesinde bir yer değil. Listeyi baştan yükleyin.</translation>
    </message>
    <message>
        <source>%1 in %2: the same type from the same functions, at whatever line.</source>
        <translation>%2 içinde %1: aynı işlevlerden gelen aynı tür, satır fark etmez.</translation>
    </message>
    <message>
        <source>The process of %2 died by %1.</source>
        <translation>%2 dosyasının süreci %1 sinyaliyle öldü.</translation>
    </message>
    <message>
        <source>The process of %2 ended with exit status %1.</source>
        <translation>%2 dosyasının süreci %1 çıkış koduyla bitti.</translation>
    </message>
    <message>
        <source>%1 in %2: the same type in the same file.</source>
        <translation>%2 içinde %1: aynı dosyadan gelen aynı tür.</translation>
    </message>
    <message>
        <source>There is no job %1. It may have been deleted; look in the list of jobs.</source>
        <translation>%1 kimlikli bir iş yok. Silinmiş olabilir; iş listesine bakın.</translation>
    </message>
    <message>
        <source>This is not a cursor of this list. Begin again without it.</source>
        <translation>Bu imleç bu listeye ait değil. İmleç vermeden baştan başlayın.</translation>
    </message>
    <message>
        <source>Another job with this process_id is still open. Wait for its end, cancel it, or choose another process_id.</source>
        <translation>Bu process_id ile henüz bitmemiş başka bir iş var. Bitmesini bekleyin, onu iptal edin veya başka bir process_id seçin.</translation>
    </message>
    <message>
        <source>The queue is full (%1 jobs wait). Try again later.</source>
        <translation>Kuyruk dolu (%1 iş bekliyor). Daha sonra yeniden deneyin.</translation>
    </message>
    <message>
        <source>The job has not ended yet. Cancel it first, or wait.</source>
        <translation>İş henüz bitmedi. Önce iptal edin veya bitmesini bekleyin.</translation>
    </message>
    <message>
        <source>The job has ended already; there is nothing to cancel.</source>
        <translation>İş zaten bitti; iptal edilecek bir şey yok.</translation>
    </message>
    <message>
        <source>It waits because the database refuses writes. Free disk space or check the data folder.</source>
        <translation>Veritabanı yazmayı reddettiği için bekliyor. Diskte yer açın veya veri klasörünü kontrol edin.</translation>
    </message>
    <message>
        <source>It waits for a free place: %1 of %2 jobs are running and %3 wait before it.</source>
        <translation>Boş yer bekliyor: %1/%2 iş çalışıyor, önünde %3 iş var.</translation>
    </message>
    <message>
        <source>%1 is outside the script roots. Move it into one of them or add its folder in Settings.</source>
        <translation>%1 betik klasörlerinin dışında. Birine taşıyın veya bulunduğu klasörü Ayarlar&apos;da ekleyin.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Give Kule the right to read it.</source>
        <translation>%1 okunamıyor: %2. Kule&apos;ye okuma izni verin.</translation>
    </message>
    <message>
        <source>%1 is larger than 16 MiB, which no script should be. Keep its data in another file.</source>
        <translation>%1 dosyası 16 MiB&apos;den büyük; bir betik bu kadar büyük olmamalı. Verisini başka bir dosyada tutun.</translation>
    </message>
    <message>
        <source>file_path must be the path of a Python file: not empty, at most 4,096 characters, no NUL.</source>
        <translation>file_path bir Python dosyasının yolu olmalı: boş olamaz, en çok 4096 karakterdir, NUL içeremez.</translation>
    </message>
    <message>
        <source>%1 is not a file. Name the Python file that holds boot().</source>
        <translation>%1 bir dosya değil. boot() işlevini içeren Python dosyasını belirtin.</translation>
    </message>
    <message>
        <source>There is no file %1 in the script roots. Check its name, or put it there.</source>
        <translation>Betik klasörlerinde %1 adlı dosya yok. Adını kontrol edin veya dosyayı oraya koyun.</translation>
    </message>
    <message>
        <source>The job has %1 attempts; there is none with number %2.</source>
        <translation>İşin %1 denemesi var; %2 numaralı deneme yok.</translation>
    </message>
    <message>
        <source>Give the key a name of 1 to 64 printable characters.</source>
        <translation>Anahtara 1–64 yazdırılabilir karakterlik bir ad verin.</translation>
    </message>
    <message>
        <source>A key called %1 is in use. Choose another name or revoke that one first.</source>
        <translation>%1 adlı bir anahtar kullanımda. Başka bir ad seçin veya önce onu geçersiz kılın.</translation>
    </message>
    <message>
        <source>There is no access key %1. Look at the list of keys.</source>
        <translation>%1 kimlikli bir erişim anahtarı yok. Anahtar listesine bakın.</translation>
    </message>
    <message>
        <source>The key %1 was given at the start and ends with this program. Start it without that key to be rid of it.</source>
        <translation>%1 anahtarı başlatırken verildi ve bu programla birlikte sona erer. Kurtulmak için programı o anahtar olmadan başlatın.</translation>
    </message>
    <message>
        <source>“%1” is not an address that begins with http:// or https:// and names a host.</source>
        <translation>“%1” geçerli değil. http:// veya https:// ile başlayan ve sunucu adı içeren bir adres yazın.</translation>
    </message>
    <message>
        <source>%1 could not be reached: %2. Check the address and the network.</source>
        <translation>%1 sunucusuna ulaşılamadı: %2. Adresi ve ağı kontrol edin.</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s. Try again later.</source>
        <translation>%1 sunucusu %2 sn içinde yanıt vermedi. Daha sonra yeniden deneyin.</translation>
    </message>
    <message>
        <source>%1 could not be trusted: %2. Check its certificate.</source>
        <translation>%1 sunucusuna güvenilemedi: %2. Sertifikasını kontrol edin.</translation>
    </message>
    <message>
        <source>Pusher is not configured.</source>
        <translation>Pusher yapılandırılmamış.</translation>
    </message>
    <message>
        <source>%1 does not work as a Python interpreter (%2). Repair it, or name another in the settings.</source>
        <translation>%1 Python yorumlayıcısı olarak çalışmıyor (%2). Onarın veya ayarlarda başka birini seçin.</translation>
    </message>
    <message>
        <source>%1 is Python %2; Kule needs 3.%3 or newer. Install one, or name another in the settings.</source>
        <translation>%1, Python %2 sürümünde; Kule&apos;ye 3.%3 veya yenisi gerekir. Birini kurun ya da ayarlarda başka birini seçin.</translation>
    </message>
    <message>
        <source>No Python was found. Install Python 3.9 or newer, or name one in the settings.</source>
        <translation>Python bulunamadı. Python 3.9 veya yenisini kurun ya da ayarlarda birini seçin.</translation>
    </message>
    <message>
        <source>%1 is not a program. Name another Python in the settings.</source>
        <translation>%1 bir program değil. Ayarlarda başka bir Python seçin.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Choose another with --data-dir or make it writable.</source>
        <translation>%1 klasörü oluşturulamıyor. --data-dir ile başka bir klasör seçin veya üst klasörü yazılabilir yapın.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written: %2. Make it writable or choose another with --data-dir.</source>
        <translation>%1 klasörüne yazılamıyor: %2. Yazılabilir yapın veya --data-dir ile başka bir klasör seçin.</translation>
    </message>
    <message>
        <source>Folder of the database, logs and fatal reports.</source>
        <translation>Veritabanının, kayıtların ve hata raporlarının klasörü.</translation>
    </message>
    <message>
        <source>Port of the local API; 0 takes a free one.</source>
        <translation>Yerel API&apos;nin portu; 0 boş bir port alır.</translation>
    </message>
    <message>
        <source>Addresses that the API listens on.</source>
        <translation>API&apos;nin dinlediği adresler.</translation>
    </message>
    <message>
        <source>Web origins that may call the API besides those of this computer.</source>
        <translation>Bu bilgisayardakiler dışında API&apos;yi çağırabilen web kaynakları (origin).</translation>
    </message>
    <message>
        <source>Access key with scope admin for use without a window.</source>
        <translation>Penceresiz kullanım için admin yetkili erişim anahtarı.</translation>
    </message>
    <message>
        <source>Certificate (PEM) with which the API speaks TLS; empty: plain HTTP.</source>
        <translation>API&apos;nin TLS için kullandığı sertifika (PEM); boş: düz HTTP.</translation>
    </message>
    <message>
        <source>Private key (PEM) of that certificate.</source>
        <translation>O sertifikanın özel anahtarı (PEM).</translation>
    </message>
    <message>
        <source>Largest request body in bytes.</source>
        <translation>En büyük istek gövdesi, bayt.</translation>
    </message>
    <message>
        <source>Requests a minute for each access key; 0 sets no limit.</source>
        <translation>Her erişim anahtarı için dakikada en çok istek; 0: sınırsız.</translation>
    </message>
    <message>
        <source>Seconds in which a request&apos;s header must be complete.</source>
        <translation>İstek üstbilgisinin tamamlanması gereken süre, saniye.</translation>
    </message>
    <message>
        <source>Seconds after which an idle or stalled connection is closed.</source>
        <translation>Boşta duran veya takılan bağlantının kapatılacağı süre, saniye.</translation>
    </message>
    <message>
        <source>Folders whose Python files may be run; empty: packages in the data folder.</source>
        <translation>İçindeki Python dosyaları çalıştırılabilen klasörler; boş: veri klasöründeki packages.</translation>
    </message>
    <message>
        <source>Python interpreter; empty: the first usable python3 from 3.9 on.</source>
        <translation>Python yorumlayıcısı; boş: 3.9 veya yenisi olan ilk python3.</translation>
    </message>
    <message>
        <source>How Python workers are started ahead of need.</source>
        <translation>Python işçilerinin önceden nasıl başlatıldığı.</translation>
    </message>
    <message>
        <source>Python workers kept warm; 0: one a processor core.</source>
        <translation>Hazırda tutulan Python işçisi sayısı; 0: işlemci çekirdeği başına bir.</translation>
    </message>
    <message>
        <source>Jobs that run at once; 0: two a processor core.</source>
        <translation>Aynı anda çalışan iş sayısı; 0: işlemci çekirdeği başına iki.</translation>
    </message>
    <message>
        <source>Jobs that may wait; more are refused until there is room.</source>
        <translation>Bekleyebilecek iş sayısı; fazlası yer açılana kadar reddedilir.</translation>
    </message>
    <message>
        <source>Bytes of log kept for each attempt: the head and the tail.</source>
        <translation>Her denemenin saklanan kaydı, bayt: başı ve sonu.</translation>
    </message>
    <message>
        <source>Reports kept for each group of equal fatals; later ones are only counted.</source>
        <translation>Her eş ölümcül hata grubu için saklanan rapor sayısı; sonrakiler yalnız sayılır.</translation>
    </message>
    <message>
        <source>Selenium hub or grid; empty: a browser on this computer.</source>
        <translation>Selenium hub veya grid adresi; boş: bu bilgisayardaki bir tarayıcı.</translation>
    </message>
    <message>
        <source>Pusher application id; empty: events stay in Kule.</source>
        <translation>Pusher uygulama kimliği; boş: olaylar Kule&apos;de kalır.</translation>
    </message>
    <message>
        <source>Pusher application key.</source>
        <translation>Pusher uygulama anahtarı.</translation>
    </message>
    <message>
        <source>Pusher cluster, such as eu.</source>
        <translation>Pusher kümesi, örneğin eu.</translation>
    </message>
    <message>
        <source>Host of a Pusher-compatible server of your own.</source>
        <translation>Pusher uyumlu kendi sunucunuzun adı.</translation>
    </message>
    <message>
        <source>Language of the window and the command line.</source>
        <translation>Pencerenin ve komut satırının dili.</translation>
    </message>
    <message>
        <source>Colours of the window.</source>
        <translation>Pencerenin renkleri.</translation>
    </message>
    <message>
        <source>How much Kule writes about itself.</source>
        <translation>Kule&apos;nin kendisi için ne kadar kayıt tuttuğu.</translation>
    </message>
    <message>
        <source>%1 must not hold a NUL.</source>
        <translation>%1 NUL içeremez.</translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation>%1 true veya false olmalı.</translation>
    </message>
    <message>
        <source>%1 must be one of: %2.</source>
        <translation>%1 şunlardan biri olmalı: %2.</translation>
    </message>
    <message>
        <source>The settings file could not be read and was put aside as %1; the defaults are in force.</source>
        <translation>Ayar dosyası okunamadı ve %1 adıyla kenara alındı; varsayılanlar geçerli.</translation>
    </message>
    <message>
        <source>A flag or the environment variable %1 decides this setting. Remove it there first.</source>
        <translation>Bu ayarı bir komut satırı seçeneği veya %1 ortam değişkeni belirliyor. Önce onu oradan kaldırın.</translation>
    </message>
    <message>
        <source>The settings could not be saved: %1. Nothing was changed.</source>
        <translation>Ayarlar kaydedilemedi: %1. Hiçbir şey değişmedi.</translation>
    </message>
    <message>
        <source>Another program holds the database. Close it and try again.</source>
        <translation>Veritabanını başka bir program tutuyor. Onu kapatıp yeniden deneyin.</translation>
    </message>
    <message>
        <source>The database cannot be written: %1. Make the data folder writable and reopen it.</source>
        <translation>Veritabanına yazılamıyor: %1. Veri klasörünü yazılabilir yapın ve yeniden açın.</translation>
    </message>
    <message>
        <source>The database is damaged: %1. Put the newest copy from the backups folder in its place.</source>
        <translation>Veritabanı hasarlı: %1. Yerine backups klasöründeki en yeni kopyayı koyun.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space and try again.</source>
        <translation>Disk dolu. Yer açıp yeniden deneyin.</translation>
    </message>
    <message>
        <source>The database refused: %1. Check the disk of the data folder.</source>
        <translation>Veritabanı reddetti: %1. Veri klasörünün diskini kontrol edin.</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened: %2. Check that the folder is there and writable.</source>
        <translation>%1 veritabanı açılamıyor: %2. Klasörün yerinde ve yazılabilir olduğunu kontrol edin.</translation>
    </message>
    <message>
        <source>This program is incomplete: %1 is missing. Install it again.</source>
        <translation>Bu program eksik: %1 yok. Yeniden kurun.</translation>
    </message>
    <message>
        <source>This data folder belongs to a newer Kule (schema %1, this one knows %2). Update Kule or choose another folder.</source>
        <translation>Bu veri klasörü daha yeni bir Kule&apos;ye ait (şeması %1, bu sürümün bildiği %2). Kule&apos;yi güncelleyin veya başka bir klasör seçin.</translation>
    </message>
    <message>
        <source>The database could not be copied to %1 before its update. Free some space and start again.</source>
        <translation>Veritabanı güncellenmeden önce şuraya kopyalanamadı: %1. Yer açıp yeniden başlatın.</translation>
    </message>
    <message>
        <source>The key file %1 cannot be read: %2.</source>
        <translation>%1 anahtar dosyası okunamıyor: %2.</translation>
    </message>
    <message>
        <source>%1 Say kule-console --help for what there is.</source>
        <translation>%1 Seçenekleri kule-console --help gösterir.</translation>
    </message>
    <message>
        <source>TLS needs both a certificate and its key. Set api.tls_certificate and api.tls_key.</source>
        <translation>TLS için hem sertifika hem anahtarı gerekir. api.tls_certificate ve api.tls_key ayarlarını verin.</translation>
    </message>
    <message>
        <source>Port %1 and the hundred above it are taken. Choose another in the settings.</source>
        <translation>%1 portu ve ondan sonraki yüz port kullanımda. Ayarlarda başka bir port seçin.</translation>
    </message>
    <message>
        <source>Job runner</source>
        <translation>İş çalıştırıcı</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>İşler</translation>
    </message>
    <message>
        <source>Fatals</source>
        <translation>Ölümcül hatalar</translation>
    </message>
    <message>
        <source>Callbacks</source>
        <translation>Geri çağrılar</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Yönetim</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Sunucu</translation>
    </message>
    <message>
        <source>States, joined by commas</source>
        <translation>Durumlar, virgülle ayrılmış</translation>
    </message>
    <message>
        <source>Cursor: `next` of the page before</source>
        <translation>İmleç: önceki sayfanın `next` değeri</translation>
    </message>
    <message>
        <source>Rows in the page, 1 to 1000; 100 by default</source>
        <translation>Sayfadaki satır sayısı, 1 ile 1000 arasında; varsayılan 100</translation>
    </message>
    <message>
        <source>Rows in the page, 1 to 1000</source>
        <translation>Sayfadaki satır sayısı, 1 ile 1000 arasında</translation>
    </message>
    <message>
        <source>Which reports, by the filter of the list; empty: all</source>
        <translation>Hangi raporlar, listenin filtresiyle; boş: hepsi</translation>
    </message>
    <message>
        <source>How many that are; if it is another number by now, nothing is deleted (required)</source>
        <translation>Kaç rapor oldukları; sayı bu arada değiştiyse hiçbir şey silinmez (gerekli)</translation>
    </message>
    <message>
        <source>waiting, delivered or dead</source>
        <translation>waiting, delivered veya dead</translation>
    </message>
    <message>
        <source>Bytes from the start of the log; 0 by default</source>
        <translation>Kaydın başından sayılan bayt; varsayılan 0</translation>
    </message>
    <message>
        <source>Instead of offset: so many bytes from the end</source>
        <translation>offset yerine: sondan bu kadar bayt</translation>
    </message>
    <message>
        <source>Bytes at most, 1 to 1048576; 65536 by default</source>
        <translation>En çok kaç bayt, 1 ile 1048576 arasında; varsayılan 65536</translation>
    </message>
    <message>
        <source>Which attempt, from 1; the newest by default</source>
        <translation>Hangi deneme, 1&apos;den başlar; varsayılan en yenisi</translation>
    </message>
    <message>
        <source>Says that the service is there</source>
        <translation>Hizmetin çalıştığını söyler</translation>
    </message>
    <message>
        <source>Runs boot() of a Python file</source>
        <translation>Bir Python dosyasının boot() işlevini çalıştırır</translation>
    </message>
    <message>
        <source>Fatal reports, newest first</source>
        <translation>Hata raporları, önce en yenisi</translation>
    </message>
    <message>
        <source>One fatal report</source>
        <translation>Bir hata raporu</translation>
    </message>
    <message>
        <source>Jobs, newest first</source>
        <translation>İşler, önce en yenisi</translation>
    </message>
    <message>
        <source>Jobs of each state</source>
        <translation>Her durumdaki iş sayısı</translation>
    </message>
    <message>
        <source>One job with its attempts and events</source>
        <translation>Denemeleri ve olaylarıyla bir iş</translation>
    </message>
    <message>
        <source>A piece of a job&apos;s log</source>
        <translation>Bir işin kaydından bir parça</translation>
    </message>
    <message>
        <source>Ends a job that is queued or running</source>
        <translation>Bekleyen veya çalışan bir işi durdurur</translation>
    </message>
    <message>
        <source>Runs an ended job again with the same arguments</source>
        <translation>Bitmiş bir işi aynı argümanlarla yeniden çalıştırır</translation>
    </message>
    <message>
        <source>Python files under the script roots, as file_path names them</source>
        <translation>Betik klasörlerindeki Python dosyaları, file_path için yazıldığı gibi</translation>
    </message>
    <message>
        <source>Equal fatals as groups, the last seen first</source>
        <translation>Eş ölümcül hatalar grup olarak, önce son görülen</translation>
    </message>
    <message>
        <source>Callbacks on their way, delivered and dead</source>
        <translation>Yolda olan, ulaşan ve vazgeçilen geri çağrılar</translation>
    </message>
    <message>
        <source>Sends a callback again</source>
        <translation>Bir geri çağrıyı yeniden gönderir</translation>
    </message>
    <message>
        <source>Access keys, without their secrets</source>
        <translation>Erişim anahtarları, gizli değerleri olmadan</translation>
    </message>
    <message>
        <source>Makes an access key; its secret is shown this once</source>
        <translation>Bir erişim anahtarı oluşturur; gizli değeri yalnız bu kez gösterilir</translation>
    </message>
    <message>
        <source>Revokes an access key</source>
        <translation>Bir erişim anahtarını geçersiz kılar</translation>
    </message>
    <message>
        <source>Settings and where each value comes from</source>
        <translation>Ayarlar ve her değerin nereden geldiği</translation>
    </message>
    <message>
        <source>Changes a setting</source>
        <translation>Bir ayarı değiştirir</translation>
    </message>
    <message>
        <source>Puts a setting back to its default</source>
        <translation>Bir ayarı varsayılanına döndürür</translation>
    </message>
    <message>
        <source>Who did what, newest first</source>
        <translation>Kim ne yaptı, önce en yenisi</translation>
    </message>
    <message>
        <source>Version, addresses, workers, store, uptime</source>
        <translation>Sürüm, adresler, işçiler, depo, çalışma süresi</translation>
    </message>
    <message>
        <source>Answers while the process lives</source>
        <translation>Süreç yaşadıkça yanıt verir</translation>
    </message>
    <message>
        <source>Answers 503 while jobs cannot be stored</source>
        <translation>İş saklanamadığı sürece 503 yanıtı verir</translation>
    </message>
    <message>
        <source>Prometheus metrics</source>
        <translation>Prometheus ölçümleri</translation>
    </message>
    <message>
        <source>This description</source>
        <translation>Bu tanım</translation>
    </message>
    <message>
        <source>A page to read and try this API</source>
        <translation>Bu API&apos;yi okumak ve denemek için bir sayfa</translation>
    </message>
    <message>
        <source>The JSON is nested deeper than %1 levels. Make it flatter.</source>
        <translation>JSON&apos;un iç içe derinliği %1 düzeyi aşıyor. Daha sığ bir JSON gönderin.</translation>
    </message>
    <message>
        <source>The body is not valid JSON in UTF-8 (near byte %1). Mend it and send it again.</source>
        <translation>Gövde UTF-8 ile yazılmış geçerli bir JSON değil (%1. bayt dolayında). Düzeltip yeniden gönderin.</translation>
    </message>
    <message>
        <source>The request came too slowly. Send it again.</source>
        <translation>İstek çok yavaş geldi. Yeniden gönderin.</translation>
    </message>
    <message>
        <source>The body is larger than api.max_body allows. Send less or raise that setting.</source>
        <translation>Gövde api.max_body sınırını aşıyor. Daha küçük gönderin veya bu ayarı yükseltin.</translation>
    </message>
    <message>
        <source>The address is too long. Shorten it.</source>
        <translation>Adres çok uzun. Kısaltın.</translation>
    </message>
    <message>
        <source>The header is too large. Send fewer or shorter fields.</source>
        <translation>Üstbilgi çok büyük. Daha az veya daha kısa alan gönderin.</translation>
    </message>
    <message>
        <source>The request is not valid HTTP/1.1. Check the client that sent it.</source>
        <translation>İstek geçerli bir HTTP/1.1 isteği değil. Gönderen istemciyi kontrol edin.</translation>
    </message>
    <message>
        <source>%1 took longer than its time-out.</source>
        <translation>%1 kendisine tanınan süreyi aştı.</translation>
    </message>
    <message>
        <source>The log %1 cannot be read: %2. Make the data folder readable.</source>
        <translation>%1 kaydı okunamıyor: %2. Veri klasörünü okunabilir yapın.</translation>
    </message>
    <message>
        <source>%1 answered with more than %2 bytes, which was not taken. Check the address.</source>
        <translation>%1 sunucusunun yanıtı %2 baytı aştığı için alınmadı. Adresi kontrol edin.</translation>
    </message>
    <message>
        <source>%1 redirects to another address, which is not followed. Use the final address.</source>
        <translation>%1 başka bir adrese yönlendiriyor; yönlendirme izlenmez. Son adresi kullanın.</translation>
    </message>
    <message>
        <source>The files of the Python workers cannot be written to %1: %2. Free some space or make the folder writable.</source>
        <translation>Python işçilerinin dosyaları şuraya yazılamıyor: %1 (%2). Yer açın veya klasörü yazılabilir yapın.</translation>
    </message>
    <message>
        <source>Port of that server; 0: the usual one of http or https.</source>
        <translation>O sunucunun portu; 0: http veya https için olağan port.</translation>
    </message>
    <message>
        <source>Whether that server is reached by https.</source>
        <translation>O sunucuya https ile ulaşılıp ulaşılmadığı.</translation>
    </message>
    <message>
        <source>Nothing more is written, as the last write may be lost. Look at the disk of the data folder; Kule goes on by itself when it is well again.</source>
        <translation>Son yazma kaybolmuş olabilir, bu yüzden artık hiçbir şey yazılmıyor. Veri klasörünün diskine bakın; düzelince Kule kendiliğinden sürdürür.</translation>
    </message>
    <message>
        <source>The database %1 is gone. Put the data folder back; Kule then goes on by itself.</source>
        <translation>%1 veritabanı yerinde yok. Veri klasörünü geri koyun; Kule kendiliğinden sürdürür.</translation>
    </message>
    <message>
        <source>The data folder holds this very file. Choose it with --data-dir or %1 and start Kule again.</source>
        <translation>Bu dosya veri klasörünün içindedir. Klasörü --data-dir ya da %1 ile seçin ve Kule’yi yeniden başlatın.</translation>
    </message>
    <message>
        <source>direction is forward or backward.</source>
        <translation>direction, forward ya da backward olmalıdır.</translation>
    </message>
    <message>
        <source>Regular expression; upper and lower case are one (required)</source>
        <translation>Düzenli ifade; büyük ve küçük harf ayrılmaz (zorunlu)</translation>
    </message>
    <message>
        <source>forward or backward; forward by default</source>
        <translation>forward ya da backward; varsayılan forward</translation>
    </message>
    <message>
        <source>Offset to begin at: `next` of the answer before; else the start, or the end when backward</source>
        <translation>Başlanacak konum: önceki yanıttaki `next`; yoksa baş, geriye doğru ararken son</translation>
    </message>
    <message>
        <source>Hits at most, 1 to 1000; 100 by default</source>
        <translation>En çok kaç eşleşme, 1 ile 1000 arası; varsayılan 100</translation>
    </message>
    <message>
        <source>Looks for a regular expression in a job&apos;s log, a part at a time</source>
        <translation>Bir işin kaydında düzenli ifade arar, her seferinde bir parça</translation>
    </message>
    <message>
        <source>A pattern has 1 to %1 characters.</source>
        <translation>Bir desen 1 ile %1 karakter arası olmalıdır.</translation>
    </message>
    <message>
        <source>The pattern cannot be understood at character %1: %2.</source>
        <translation>Desen %1. karakterde anlaşılamıyor: %2.</translation>
    </message>
    <message>
        <source>The pattern takes too long on a line of this log. Write it without repetitions inside repetitions.</source>
        <translation>Desen bu kaydın bir satırında çok uzun sürüyor. İç içe yinelemeler olmadan yazın.</translation>
    </message>
    <message>
        <source>Filter as in the window: state:failed file:report since:3d duration:&gt;5m -label:nightly words</source>
        <translation>Penceredeki gibi filtre: state:failed file:rapor since:3d duration:&gt;5m -label:gece kelimeler</translation>
    </message>
    <message>
        <source>Filter as in the window: type:ValueError file:report frame:load since:3d words</source>
        <translation>Penceredeki gibi filtre: type:ValueError file:rapor frame:load since:3d kelimeler</translation>
    </message>
    <message>
        <source>Type of the exception</source>
        <translation>İstisnanın türü</translation>
    </message>
    <message>
        <source>Words of the file&apos;s path</source>
        <translation>Dosya yolundaki kelimeler</translation>
    </message>
    <message>
        <source>Words of the error</source>
        <translation>Hatadaki kelimeler</translation>
    </message>
    <message>
        <source>A function or file of the traceback&apos;s own frames</source>
        <translation>Hata izindeki kendi çağrılarınızdan bir işlev ya da dosya</translation>
    </message>
    <message>
        <source>Process id or job id, whole</source>
        <translation>İşlem kimliği ya da iş kimliği, tam olarak</translation>
    </message>
    <message>
        <source>Fingerprint of equal reports, whole</source>
        <translation>Aynı raporların parmak izi, tam olarak</translation>
    </message>
    <message>
        <source>Failed then or later: 2026-11-01 (local time; Z for UTC), today, 3d ago</source>
        <translation>O anda ya da sonra hata verenler: 2026-11-01 (yerel saat; UTC için Z), today (bugün), 3d (3 gün önce)</translation>
    </message>
    <message>
        <source>Failed before: 2026-11-01 (local time; Z for UTC), today, 3d ago</source>
        <translation>Daha önce hata verenler: 2026-11-01 (yerel saat; UTC için Z), today (bugün), 3d (3 gün önce)</translation>
    </message>
    <message>
        <source>“%1” is no time. Write 2026-11-01, 2026-11-01T09:30 (local time; add Z for UTC), today, or 3d or 2h for so long ago.</source>
        <translation>“%1” bir zaman değil. 2026-11-01, 2026-11-01T09:30 (yerel saat; UTC için sonuna Z), today ya da ne kadar önce olduğunu belirten 3d, 2h gibi yazın.</translation>
    </message>
    <message>
        <source>“%1” is no duration. Write &gt;5m, &lt;90s or 1h..2h; units are ms, s, m, h, d and w.</source>
        <translation>“%1” bir süre değil. &gt;5m, &lt;90s ya da 1h..2h yazın; birimler ms, s, m, h, d ve w.</translation>
    </message>
    <message>
        <source>“%1” is no number. Write 2, &gt;1 or 2..5.</source>
        <translation>“%1” bir sayı değil. 2, &gt;1 ya da 2..5 yazın.</translation>
    </message>
    <message>
        <source>There is no letter and no digit in “%1” to look for.</source>
        <translation>“%1” içinde aranacak ne harf ne rakam var.</translation>
    </message>
    <message>
        <source>Write what to look for right behind “%1:”.</source>
        <translation>“%1:” yazısının hemen ardına ne aranacağını yazın.</translation>
    </message>
    <message>
        <source>“%1:” knows no “%2”. Use %3.</source>
        <translation>“%1:” için “%2” diye bir değer yok. Şunlar kullanılabilir: %3.</translation>
    </message>
    <message>
        <source>There is no “%1:” here. Use %2; put words with a colon in quotes.</source>
        <translation>Burada “%1:” anahtarı yok. Şunlar kullanılabilir: %2; iki nokta içeren kelimeleri tırnağa alın.</translation>
    </message>
    <message>
        <source>A filter takes %1 terms at most. Put a phrase in quotes.</source>
        <translation>Bir filtre en çok %1 terim alır. Kelime öbeklerini tırnağa alın.</translation>
    </message>
    <message>
        <source>Write what to leave out right behind the minus.</source>
        <translation>Eksi işaretinin hemen ardına neyin dışarıda kalacağını yazın.</translation>
    </message>
    <message>
        <source>This quote is never closed. Write a second one behind the phrase.</source>
        <translation>Bu tırnak kapanmıyor. Öbeğin sonuna ikinci bir tırnak koyun.</translation>
    </message>
    <message>
        <source>A filter takes %1 characters at most.</source>
        <translation>Bir filtre en çok %1 karakter alır.</translation>
    </message>
    <message>
        <source>There is a character in the filter that no text holds (U+%1). Delete it.</source>
        <translation>Filtrede hiçbir metinde bulunmayan bir karakter var (U+%1). Onu silin.</translation>
    </message>
    <message>
        <source>State; several with commas, also open and ended</source>
        <translation>Durum; birkaçı virgülle, ayrıca open (açık) ve ended (bitmiş)</translation>
    </message>
    <message>
        <source>Words of the label</source>
        <translation>Etiketteki kelimeler</translation>
    </message>
    <message>
        <source>Name of the access key that asked, whole</source>
        <translation>İsteyen erişim anahtarının adı, tam olarak</translation>
    </message>
    <message>
        <source>Words of the arguments</source>
        <translation>Argümanlardaki kelimeler</translation>
    </message>
    <message>
        <source>Words of the log</source>
        <translation>Kayıttaki kelimeler</translation>
    </message>
    <message>
        <source>Created then or later: 2026-11-01 (local time; Z for UTC), today, 3d ago</source>
        <translation>O anda ya da sonra oluşturulanlar: 2026-11-01 (yerel saat; UTC için Z), today (bugün), 3d (3 gün önce)</translation>
    </message>
    <message>
        <source>Created before: 2026-11-01 (local time; Z for UTC), today, 3d ago</source>
        <translation>Daha önce oluşturulanlar: 2026-11-01 (yerel saat; UTC için Z), today (bugün), 3d (3 gün önce)</translation>
    </message>
    <message>
        <source>How long it ran: &gt;5m, &lt;90s, 1h..2h</source>
        <translation>Ne kadar çalıştığı: &gt;5m, &lt;90s, 1h..2h</translation>
    </message>
    <message>
        <source>Number of its newest attempt: &gt;1 has run again</source>
        <translation>En yeni denemesinin numarası: &gt;1 yeniden çalıştırılmış demek</translation>
    </message>
    <message>
        <source>format must be csv, excel or jsonl.</source>
        <translation>format csv, excel ya da jsonl olmalı.</translation>
    </message>
    <message>
        <source>Say with expected= how many you mean; the list&apos;s total is that number.</source>
        <translation>expected= ile kaç tane kastettiğinizi söyleyin; listenin total değeri o sayıdır.</translation>
    </message>
    <message>
        <source>%1 reports were deleted.</source>
        <translation>%1 rapor silindi.</translation>
    </message>
    <message>
        <source>action must be cancel or rerun. Jobs are deleted by DELETE /api/jobs.</source>
        <translation>action, cancel ya da rerun olmalı. İşler DELETE /api/jobs ile silinir.</translation>
    </message>
    <message>
        <source>expected is required: how many jobs the filter shows.</source>
        <translation>expected gerekli: filtrenin kaç iş gösterdiği.</translation>
    </message>
    <message>
        <source>q must be text: the filter as in the list of jobs.</source>
        <translation>q metin olmalı: iş listesindeki gibi filtre.</translation>
    </message>
    <message>
        <source>The job was deleted.</source>
        <translation>İş silindi.</translation>
    </message>
    <message>
        <source>Which jobs, by the filter of the list; empty: all</source>
        <translation>Hangi işler, listenin filtresiyle; boş: hepsi</translation>
    </message>
    <message>
        <source>Filter as in the list; empty: all</source>
        <translation>Listedeki gibi filtre; boş: hepsi</translation>
    </message>
    <message>
        <source>csv, excel (the same with the mark by which Excel knows UTF-8) or jsonl; csv by default</source>
        <translation>csv, excel (aynısı, Excel&apos;in UTF-8&apos;i tanıdığı işaretle) ya da jsonl; varsayılan csv</translation>
    </message>
    <message>
        <source>As if the setting of that name were so; 0: no limit</source>
        <translation>O addaki ayar böyleymiş gibi; 0: sınır yok</translation>
    </message>
    <message>
        <source>Deletes a fatal report; for ten minutes it may be taken back</source>
        <translation>Bir ölümcül hata raporunu siler; on dakika boyunca geri alınabilir</translation>
    </message>
    <message>
        <source>Deletes the ended jobs that the filter shows; for ten minutes they may be taken back</source>
        <translation>Filtrenin gösterdiği bitmiş işleri siler; on dakika boyunca geri alınabilir</translation>
    </message>
    <message>
        <source>The jobs that the filter shows, as a file</source>
        <translation>Filtrenin gösterdiği işler, dosya olarak</translation>
    </message>
    <message>
        <source>Deletes an ended job; for ten minutes it may be taken back</source>
        <translation>Bitmiş bir işi siler; on dakika boyunca geri alınabilir</translation>
    </message>
    <message>
        <source>A job&apos;s whole log as text</source>
        <translation>Bir işin bütün kaydı, metin olarak</translation>
    </message>
    <message>
        <source>Cancels or runs again all jobs that the filter shows</source>
        <translation>Filtrenin gösterdiği bütün işleri iptal eder ya da yeniden çalıştırır</translation>
    </message>
    <message>
        <source>How far a run over many jobs is</source>
        <translation>Toplu işlemin ne kadar ilerlediği</translation>
    </message>
    <message>
        <source>Stops a run over many jobs; what was done stays done</source>
        <translation>Toplu işlemi durdurur; yapılmış olan yapılmış kalır</translation>
    </message>
    <message>
        <source>Deletions that may be taken back, newest first</source>
        <translation>Geri alınabilecek silmeler, en yenisi önce</translation>
    </message>
    <message>
        <source>Takes a deletion back</source>
        <translation>Bir silmeyi geri alır</translation>
    </message>
    <message>
        <source>Deletes the reports that the filter shows; for ten minutes they may be taken back</source>
        <translation>Filtrenin gösterdiği raporları siler; on dakika boyunca geri alınabilir</translation>
    </message>
    <message>
        <source>The reports that the filter shows, as a file</source>
        <translation>Filtrenin gösterdiği raporlar, dosya olarak</translation>
    </message>
    <message>
        <source>Who did what, as a file</source>
        <translation>Kim ne yaptı, dosya olarak</translation>
    </message>
    <message>
        <source>What would go by the settings under keep., or by others</source>
        <translation>keep. altındaki ayarlara ya da başka sınırlara göre nelerin silineceği</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another place or make room.</source>
        <translation>%1 yazılamıyor: %2. Başka bir yer seçin ya da yer açın.</translation>
    </message>
    <message>
        <source>The export was stopped; no file was written.</source>
        <translation>Dışa aktarma durduruldu; dosya yazılmadı.</translation>
    </message>
    <message>
        <source>This deletion cannot be taken back: it is more than ten minutes old, or was taken back already.</source>
        <translation>Bu silme geri alınamaz: üzerinden on dakikadan fazla geçti ya da zaten geri alındı.</translation>
    </message>
    <message>
        <source>There are now %1 such jobs, not %2. Nothing was done; look at the list again.</source>
        <translation>Artık böyle %2 değil %1 iş var. Hiçbir şey yapılmadı; listeye yeniden bakın.</translation>
    </message>
    <message>
        <source>It was stopped before its end. What was done stays done.</source>
        <translation>Bitmeden durduruldu. Yapılmış olan yapılmış kalır.</translation>
    </message>
    <message>
        <source>There is no such run of many jobs any more. Begin another.</source>
        <translation>Böyle bir toplu işlem artık yok. Yenisini başlatın.</translation>
    </message>
    <message>
        <source>%1 runs over many jobs are under way already. Wait for one to end.</source>
        <translation>Zaten %1 toplu işlem sürüyor. Birinin bitmesini bekleyin.</translation>
    </message>
    <message>
        <source>The job was deleted meanwhile.</source>
        <translation>İş bu arada silindi.</translation>
    </message>
    <message>
        <source>It has ended already; there is nothing to stop.</source>
        <translation>Zaten bitmiş; durdurulacak bir şey yok.</translation>
    </message>
    <message>
        <source>Days that jobs which succeeded or were cancelled are kept, with their logs; 0: no limit.</source>
        <translation>Başarılı ya da iptal edilmiş işlerin kayıtlarıyla birlikte saklandığı gün; 0: sınır yok.</translation>
    </message>
    <message>
        <source>Most jobs of these; the oldest go first; 0: no limit.</source>
        <translation>Bunlardan en çok kaç iş; önce en eskiler gider; 0: sınır yok.</translation>
    </message>
    <message>
        <source>Most megabytes of their logs; 0: no limit.</source>
        <translation>Kayıtlarının en çok kaç megabaytı; 0: sınır yok.</translation>
    </message>
    <message>
        <source>Days that jobs which failed, timed out or were interrupted are kept, with their logs; 0: no limit.</source>
        <translation>Başarısız, zaman aşımına uğramış ya da yarıda kalmış işlerin kayıtlarıyla birlikte saklandığı gün; 0: sınır yok.</translation>
    </message>
    <message>
        <source>Most failed jobs; the oldest go first; 0: no limit.</source>
        <translation>En çok kaç başarısız iş; önce en eskiler gider; 0: sınır yok.</translation>
    </message>
    <message>
        <source>Most megabytes of the logs of failed jobs; 0: no limit.</source>
        <translation>Başarısız işlerin kayıtlarının en çok kaç megabaytı; 0: sınır yok.</translation>
    </message>
    <message>
        <source>Days that fatal reports are kept; 0: no limit.</source>
        <translation>Ölümcül hata raporlarının saklandığı gün; 0: sınır yok.</translation>
    </message>
    <message>
        <source>Most fatal reports; the oldest go first; 0: no limit.</source>
        <translation>En çok kaç ölümcül hata raporu; önce en eskiler gider; 0: sınır yok.</translation>
    </message>
    <message>
        <source>Most megabytes of fatal reports; 0: no limit.</source>
        <translation>Ölümcül hata raporlarının en çok kaç megabaytı; 0: sınır yok.</translation>
    </message>
    <message>
        <source>Days that delivered callbacks are kept; 0: no limit.</source>
        <translation>İletilmiş geri çağrıların saklandığı gün; 0: sınır yok.</translation>
    </message>
    <message>
        <source>Most delivered callbacks; the oldest go first; 0: no limit.</source>
        <translation>En çok kaç iletilmiş geri çağrı; önce en eskiler gider; 0: sınır yok.</translation>
    </message>
    <message>
        <source>Days that the activity log is kept; 0: no limit.</source>
        <translation>Etkinlik günlüğünün saklandığı gün; 0: sınır yok.</translation>
    </message>
    <message>
        <source>Most rows of the activity log; the oldest go first; 0: no limit.</source>
        <translation>Etkinlik günlüğünün en çok kaç satırı; önce en eskiler gider; 0: sınır yok.</translation>
    </message>
    <message>
        <source>Name of the access key, whole; console is the window</source>
        <translation>Erişim anahtarının adı, tam olarak; console bu penceredir</translation>
    </message>
    <message>
        <source>What was done, from its beginning: job, job.cancel, key</source>
        <translation>Ne yapıldığı, başından başlayarak: job, job.cancel, key</translation>
    </message>
    <message>
        <source>Words of what it was done to</source>
        <translation>Neye yapıldığından kelimeler</translation>
    </message>
    <message>
        <source>Done then or later: 2026-11-01 (local time; Z for UTC), today, 3d ago</source>
        <translation>O an ya da sonra yapılan: 2026-11-01 (yerel saat; UTC için Z), today, 3d ago</translation>
    </message>
    <message>
        <source>Done before: 2026-11-01 (local time; Z for UTC), today, 3d ago</source>
        <translation>O andan önce yapılan: 2026-11-01 (yerel saat; UTC için Z), today, 3d ago</translation>
    </message>
    <message>
        <source>Filter as in the window: by:ci action:job target:12345 since:3d words</source>
        <translation>Penceredeki gibi filtre: by:ci action:job target:12345 since:3d kelimeler</translation>
    </message>
    <message>
        <source>How Kule does: counts, the last day by hours, what runs, waits and failed</source>
        <translation>Kule’nin durumu: sayılar, saat saat son gün; çalışan, bekleyen ve başarısız olanlar</translation>
    </message>
    <message>
        <source>The newest 500 requests of this server, newest first</source>
        <translation>Bu sunucuya gelen son 500 istek, en yenisi başta</translation>
    </message>
    <message>
        <source>url is required: the address of a title, such as https://www.netflix.com/tr/title/81616256.</source>
        <translation>url gerekli: bir başlığın adresi, örneğin https://www.netflix.com/tr/title/81616256.</translation>
    </message>
    <message>
        <source>refresh must be true or false.</source>
        <translation>refresh true ya da false olmalı.</translation>
    </message>
    <message>
        <source>There is no title %1 in the database. Ask for its url first.</source>
        <translation>Veritabanında %1 başlığı yok. Önce adresini isteyin.</translation>
    </message>
    <message>
        <source>urls is required: a list of addresses of titles.</source>
        <translation>urls gerekli: başlık adreslerinin listesi.</translation>
    </message>
    <message>
        <source>Each of urls must be text of at most 8,192 bytes.</source>
        <translation>urls içindeki her adres en çok 8.192 baytlık metin olmalı.</translation>
    </message>
    <message>
        <source>There are %1 titles by now. Nothing was deleted; look again.</source>
        <translation>Şimdi %1 başlık var. Hiçbir şey silinmedi; yeniden bakın.</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Başlıklar</translation>
    </message>
    <message>
        <source>The local API of this Kule: jobs, fatal reports, titles, callbacks, keys and settings.</source>
        <translation>Bu Kule&apos;nin yerel API&apos;si: işler, ölümcül hata raporları, başlıklar, geri çağrılar, anahtarlar ve ayarlar.</translation>
    </message>
    <message>
        <source>Filter: year:&gt;2000 locale:tr partial:yes since:3d words</source>
        <translation>Filtre: year:&gt;2000 locale:tr partial:yes since:3d kelimeler</translation>
    </message>
    <message>
        <source>Locale of the url, such as tr; none by default</source>
        <translation>Adresteki yerel ayar, örneğin tr; belirtilmezse yok</translation>
    </message>
    <message>
        <source>How many there are; if it is another number by now, nothing is deleted (required)</source>
        <translation>Kaç tane olduğu; sayı artık başkaysa hiçbir şey silinmez (gerekli)</translation>
    </message>
    <message>
        <source>The six fields of a title, when they are there</source>
        <translation>Bir başlığın altı alanı, hazır olduklarında</translation>
    </message>
    <message>
        <source>Begins to get the six fields of a title; follow the job by its id</source>
        <translation>Bir başlığın altı alanını almaya başlar; işi kimliğiyle izleyin</translation>
    </message>
    <message>
        <source>Stored titles, the last saved first</source>
        <translation>Saklanan başlıklar, en son kaydedilen önce</translation>
    </message>
    <message>
        <source>Deletes all stored titles with their pages and histories, for good</source>
        <translation>Saklanan tüm başlıkları sayfaları ve geçmişleriyle birlikte kalıcı olarak siler</translation>
    </message>
    <message>
        <source>The stored titles that the filter shows, as a file</source>
        <translation>Filtrenin gösterdiği saklı başlıklar, dosya olarak</translation>
    </message>
    <message>
        <source>Cache and database of titles: where, how large, whether they are there</source>
        <translation>Başlıkların önbelleği ve veritabanı: nerede, ne kadar büyük, yerinde mi</translation>
    </message>
    <message>
        <source>Empties the cache of titles</source>
        <translation>Başlık önbelleğini boşaltır</translation>
    </message>
    <message>
        <source>Begins to get many titles</source>
        <translation>Çok sayıda başlığı almaya başlar</translation>
    </message>
    <message>
        <source>Batches of titles, newest first</source>
        <translation>Başlık kazımaları, en yenisi önce</translation>
    </message>
    <message>
        <source>How far a batch is</source>
        <translation>Kazımanın ne kadar ilerlediği</translation>
    </message>
    <message>
        <source>The urls of a batch and what became of each</source>
        <translation>Bir kazımanın adresleri ve her birinin sonucu</translation>
    </message>
    <message>
        <source>Stops a batch; what runs goes on to its end</source>
        <translation>Kazımayı durdurur; çalışanlar sonuna kadar sürer</translation>
    </message>
    <message>
        <source>Goes on with a batch: what waits, and what failed once more</source>
        <translation>Kazımayı sürdürür: bekleyenler ve bir kez daha başarısız olanlar</translation>
    </message>
    <message>
        <source>One stored title: where each field came from, what changed</source>
        <translation>Saklanan bir başlık: her alan nereden geldi, ne değişti</translation>
    </message>
    <message>
        <source>Deletes a stored title with its page and history, for good</source>
        <translation>Saklanan bir başlığı sayfası ve geçmişiyle birlikte kalıcı olarak siler</translation>
    </message>
    <message>
        <source>The page that a title was read from, as it came</source>
        <translation>Başlığın okunduğu sayfa, geldiği gibi</translation>
    </message>
    <message>
        <source>The picture of a title, fetched when it is not here yet</source>
        <translation>Bir başlığın görseli; burada değilse getirilir</translation>
    </message>
    <message>
        <source>Fetches a title&apos;s page anew, whatever is stored</source>
        <translation>Saklananlara bakmadan başlığın sayfasını yeniden getirir</translation>
    </message>
    <message>
        <source>Reads the stored page of a title again</source>
        <translation>Başlığın saklanan sayfasını yeniden okur</translation>
    </message>
    <message>
        <source>What it does: script or title</source>
        <translation>Ne yaptığı: script ya da title</translation>
    </message>
    <message>
        <source>Where title pages are fetched from; redirects are followed on this host alone.</source>
        <translation>Başlık sayfalarının getirildiği yer; yönlendirmeler yalnızca bu sunucuda izlenir.</translation>
    </message>
    <message>
        <source>Milliseconds between two fetches of title pages at least; 0: no pause.</source>
        <translation>İki başlık sayfası arasında en az kaç milisaniye geçeceği; 0: ara yok.</translation>
    </message>
    <message>
        <source>Title pages that are fetched at once.</source>
        <translation>Aynı anda getirilen başlık sayfası sayısı.</translation>
    </message>
    <message>
        <source>Seconds for which the cache holds a title.</source>
        <translation>Önbelleğin bir başlığı tuttuğu saniye.</translation>
    </message>
    <message>
        <source>Most megabytes of titles in memory; what was not asked for longest goes first.</source>
        <translation>Bellekteki başlıklar için en çok megabayt; en uzun süredir istenmeyen önce gider.</translation>
    </message>
    <message>
        <source>Days after which a stored title is fetched anew; 0: never by itself.</source>
        <translation>Saklanan başlığın kaç gün sonra yeniden getirileceği; 0: kendiliğinden hiç.</translation>
    </message>
    <message>
        <source>Most megabytes of raw pages, compressed; the oldest go first; 0: no limit.</source>
        <translation>Ham sayfalar için sıkıştırılmış en çok megabayt; en eskiler önce gider; 0: sınır yok.</translation>
    </message>
    <message>
        <source>Days that raw pages are kept; 0: no limit.</source>
        <translation>Ham sayfaların saklandığı gün; 0: sınır yok.</translation>
    </message>
    <message>
        <source>The picture did not come: %1. Try again later.</source>
        <translation>Görsel gelmedi: %1. Daha sonra yeniden deneyin.</translation>
    </message>
    <message>
        <source>The page names a picture at a place that Kule does not ask: %1</source>
        <translation>Sayfa, Kule&apos;nin başvurmadığı bir yerdeki görseli gösteriyor: %1</translation>
    </message>
    <message>
        <source>%1 is not understood. Write it as %2 and start Kule again.</source>
        <translation>%1 anlaşılmadı. %2 biçiminde yazıp Kule&apos;yi yeniden başlatın.</translation>
    </message>
    <message>
        <source>There is no batch %1. Look in the list of batches.</source>
        <translation>%1 adlı kazıma yok. Kazıma listesine bakın.</translation>
    </message>
    <message>
        <source>The page holds nothing that looks like a title. Look at the stored page; its markup may have changed.</source>
        <translation>Sayfada başlığa benzeyen bir şey yok. Saklanan sayfaya bakın; yapısı değişmiş olabilir.</translation>
    </message>
    <message>
        <source>PostgreSQL refused: %1.</source>
        <translation>PostgreSQL reddetti: %1.</translation>
    </message>
    <message>
        <source>The database %1 cannot be used: %2. Check KULE_DATABASE_URL and that PostgreSQL runs there.</source>
        <translation>%1 veritabanı kullanılamıyor: %2. KULE_DATABASE_URL değerini ve orada PostgreSQL&apos;in çalıştığını denetleyin.</translation>
    </message>
    <message>
        <source>This database belongs to a newer Kule (schema %1, this one knows %2). Update Kule or name another database.</source>
        <translation>Bu veritabanı daha yeni bir Kule&apos;ye ait (şema %1, bu sürüm %2 sürümünü biliyor). Kule&apos;yi güncelleyin ya da başka bir veritabanı belirtin.</translation>
    </message>
    <message>
        <source>The cache %1 cannot be used: %2. Check KULE_TITLES_CACHE_URL and that Redis runs there.</source>
        <translation>%1 önbelleği kullanılamıyor: %2. KULE_TITLES_CACHE_URL değerini ve orada Redis&apos;in çalıştığını denetleyin.</translation>
    </message>
    <message>
        <source>What is stored of this title cannot be read. Fetch it again with a forced refresh.</source>
        <translation>Bu başlıktan saklananlar okunamıyor. Zorunlu yenilemeyle yeniden getirin.</translation>
    </message>
    <message>
        <source>There is no url in it. Give one a line.</source>
        <translation>İçinde adres yok. Her satıra bir adres yazın.</translation>
    </message>
    <message>
        <source>These are %1 urls, and a batch takes %2. Make several of them.</source>
        <translation>Burada %1 adres var, bir kazıma en çok %2 alır. Birkaç parçaya bölün.</translation>
    </message>
    <message>
        <source>The batch does not run; there is nothing to stop.</source>
        <translation>Kazıma çalışmıyor; durdurulacak bir şey yok.</translation>
    </message>
    <message>
        <source>The batch runs already.</source>
        <translation>Kazıma zaten çalışıyor.</translation>
    </message>
    <message>
        <source>Every title of the batch is there; nothing is left to do.</source>
        <translation>Kazımanın her başlığı hazır; yapılacak bir şey kalmadı.</translation>
    </message>
    <message>
        <source>Number of the title, whole</source>
        <translation>Başlığın numarası, tam</translation>
    </message>
    <message>
        <source>Locale of the url, whole: tr</source>
        <translation>Adresteki yerel ayar, tam: tr</translation>
    </message>
    <message>
        <source>Year: 2022, &gt;2000, 1990..1999</source>
        <translation>Yıl: 2022, &gt;2000, 1990..1999</translation>
    </message>
    <message>
        <source>Whether a field is missing: yes or no</source>
        <translation>Bir alanın eksik olup olmadığı: yes ya da no</translation>
    </message>
    <message>
        <source>Page fetched then or later: 2026-11-01, today, 3d ago</source>
        <translation>Sayfa o gün ya da sonra alındı: 2026-11-01, today, 3d</translation>
    </message>
    <message>
        <source>Page fetched before: 2026-11-01, today, 3d ago</source>
        <translation>Sayfa daha önce alındı: 2026-11-01, today, 3d</translation>
    </message>
    <message>
        <source>The title was read but could not be saved: %1 Its page is kept and saved later.</source>
        <translation>Başlık okundu ama kaydedilemedi: %1 Sayfası saklandı, daha sonra kaydedilecek.</translation>
    </message>
    <message>
        <source>The title was read but could be saved nowhere: %1 %2</source>
        <translation>Başlık okundu ama hiçbir yere kaydedilemedi: %1 %2</translation>
    </message>
    <message>
        <source>No page of title %1 is kept. Fetch it again with a forced refresh.</source>
        <translation>%1 başlığının saklanan sayfası yok. Zorunlu yenilemeyle yeniden getirin.</translation>
    </message>
    <message>
        <source>The page of this title shows no picture.</source>
        <translation>Bu başlığın sayfasında görsel yok.</translation>
    </message>
    <message>
        <source>This is not the address of a title. Give one such as https://www.netflix.com/tr/title/81616256.</source>
        <translation>Bu bir başlık adresi değil. https://www.netflix.com/tr/title/81616256 gibi bir adres verin.</translation>
    </message>
    <message>
        <source>The url is missing. Give one such as https://www.netflix.com/tr/title/81616256.</source>
        <translation>Adres eksik. https://www.netflix.com/tr/title/81616256 gibi bir adres verin.</translation>
    </message>
    <message>
        <source>The url is longer than %1 characters. Leave away what follows the number of the title.</source>
        <translation>Adres %1 karakterden uzun. Başlık numarasından sonrasını çıkarın.</translation>
    </message>
    <message>
        <source>The job ended without an answer: %1. Ask again.</source>
        <translation>İş yanıtsız bitti: %1. Yeniden isteyin.</translation>
    </message>
    <message>
        <source>The picture that came cannot be read.</source>
        <translation>Gelen görsel okunamıyor.</translation>
    </message>
    <message>
        <source>Reads all stored pages of titles again; answers at the end</source>
        <translation>Başlıkların saklanan bütün sayfalarını yeniden okur; bittiğinde yanıt verir</translation>
    </message>
    <message>
        <source>The site sent its landing page: it does not show this title in the region of this computer, or the number is wrong. Try the address in a browser.</source>
        <translation>Site karşılama sayfasını gönderdi: bu başlığı bu bilgisayarın bölgesinde göstermiyor ya da numara yanlış. Adresi bir tarayıcıda deneyin.</translation>
    </message>
    <message>
        <source>The page is larger than %1 MiB, as no title&apos;s page is. Look at its address in a browser.</source>
        <translation>Sayfa %1 MiB sınırından büyük; hiçbir başlığın sayfası bu kadar büyük değildir. Adresine bir tarayıcıda bakın.</translation>
    </message>
    <message>
        <source>All pages are being read again already. Wait for the end of it.</source>
        <translation>Bütün sayfalar zaten yeniden okunuyor. Bitmesini bekleyin.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Choose another file.</source>
        <translation>%1 okunamıyor: %2. Başka bir dosya seçin.</translation>
    </message>
    <message>
        <source>%1 is no text, or larger than %2 MB. Choose a text file with an address a line.</source>
        <translation>%1 metin değil ya da %2 MB değerinden büyük. Her satırında bir adres olan bir metin dosyası seçin.</translation>
    </message>
    <message>
        <source>There is no such job. It may have been deleted.</source>
        <translation>Böyle bir iş yok. Silinmiş olabilir.</translation>
    </message>
    <message>
        <source>Kule knows no event of that name. Send job:subscribe or job:unsubscribe.</source>
        <translation>Kule bu adda bir olay tanımıyor. job:subscribe ya da job:unsubscribe gönderin.</translation>
    </message>
    <message>
        <source>Send the job&apos;s id, as a bare text.</source>
        <translation>İşin kimliğini yalın metin olarak gönderin.</translation>
    </message>
    <message>
        <source>Following jobs by anything but their id needs an access key in the handshake: io(url, { auth: { key } }).</source>
        <translation>İşleri kimliklerinden başka bir şeyle izlemek için el sıkışmada erişim anahtarı gerekir: io(url, { auth: { key } }).</translation>
    </message>
    <message>
        <source>One connection may follow %1 jobs. End some subscriptions, or follow all by *.</source>
        <translation>Bir bağlantı en çok %1 iş izleyebilir. Bazı abonelikleri bitirin ya da hepsini * ile izleyin.</translation>
    </message>
    <message>
        <source>The access key of this connection was revoked. Connect with another one.</source>
        <translation>Bu bağlantının erişim anahtarı iptal edildi. Başka bir anahtarla bağlanın.</translation>
    </message>
    <message>
        <source>Socket.IO clients at once.</source>
        <translation>Aynı anda bağlı en çok Socket.IO istemcisi.</translation>
    </message>
    <message>
        <source>Whether old Socket.IO clients (socket.io-client 2) are served too.</source>
        <translation>Eski Socket.IO istemcilerine (socket.io-client 2) de hizmet edilip edilmeyeceği.</translation>
    </message>
    <message>
        <source>%1 must be text.</source>
        <translation>%1 metin olmalı.</translation>
    </message>
    <message>
        <source>%1 is required.</source>
        <translation>%1 gerekli.</translation>
    </message>
    <message>
        <source>backend must be keychain, vault, session or env.</source>
        <translation>backend şunlardan biri olmalı: keychain, vault, session, env.</translation>
    </message>
    <message>
        <source>leave_behind must be true or false.</source>
        <translation>leave_behind true ya da false olmalı.</translation>
    </message>
    <message>
        <source>Where secrets live, whether that works, and their names; never a value</source>
        <translation>Gizli bilgilerin yeri, çalışıp çalışmadığı ve adları; değerleri asla</translation>
    </message>
    <message>
        <source>Keeps a secret; slashes in its name are written %2F</source>
        <translation>Bir gizli bilgiyi saklar; adındaki eğik çizgiler %2F diye yazılır</translation>
    </message>
    <message>
        <source>Deletes a secret</source>
        <translation>Bir gizli bilgiyi siler</translation>
    </message>
    <message>
        <source>Opens the vault, or has the keychain ask at this computer</source>
        <translation>Kasayı açar ya da anahtarlığın bu bilgisayarda sormasını sağlar</translation>
    </message>
    <message>
        <source>Changes the vault&apos;s passphrase; without the former one starts a new vault and keeps the old aside</source>
        <translation>Kasanın parolasını değiştirir; eskisi verilmezse yeni bir kasa açar, eskisini kenara koyar</translation>
    </message>
    <message>
        <source>Moves all secrets to another place: copies, reads back, then deletes</source>
        <translation>Bütün gizli bilgileri başka yere taşır: kopyalar, geri okur, sonra siler</translation>
    </message>
    <message>
        <source>A secret has 8 to 1536 bytes and no NUL. Look whether it was copied whole.</source>
        <translation>Gizli bilgi 8 ile 1536 bayt arasında olur ve NUL içermez. Tam kopyalanıp kopyalanmadığına bakın.</translation>
    </message>
    <message>
        <source>Only a vault has a passphrase. Move the secrets to a vault first.</source>
        <translation>Yalnızca kasanın parolası vardır. Önce gizli bilgileri bir kasaya taşıyın.</translation>
    </message>
    <message>
        <source>Name a secret by small letters, digits and ._- with / between its parts, such as pusher/secret.</source>
        <translation>Gizli bilgiye küçük harf, rakam ve ._- ile, parçaları arasında / olan bir ad verin: pusher/secret gibi.</translation>
    </message>
    <message>
        <source>There is no secret %1. Enter it under Settings, Secrets.</source>
        <translation>%1 adlı gizli bilgi yok. Ayarlar, Gizli bilgiler altında girin.</translation>
    </message>
    <message>
        <source>The vault is locked. Open it with its passphrase under Settings, Secrets.</source>
        <translation>Kasa kilitli. Ayarlar, Gizli bilgiler altında parolasıyla açın.</translation>
    </message>
    <message>
        <source>The keychain of this computer is locked. Unlock it under Settings, Secrets, or log in to your desktop.</source>
        <translation>Bu bilgisayarın anahtarlığı kilitli. Ayarlar, Gizli bilgiler altında kilidini açın ya da masaüstünüzde oturum açın.</translation>
    </message>
    <message>
        <source>The keychain refused Kule. Allow it when the system asks, or keep secrets in a vault instead.</source>
        <translation>Anahtarlık Kule&apos;yi reddetti. Sistem sorduğunda izin verin ya da gizli bilgileri bir kasada saklayın.</translation>
    </message>
    <message>
        <source>This computer offers no keychain (%1). Choose another place under Settings, Secrets: a vault, this session or the environment.</source>
        <translation>Bu bilgisayarda anahtarlık yok (%1). Ayarlar, Gizli bilgiler altında başka bir yer seçin: kasa, bu oturum ya da ortam değişkenleri.</translation>
    </message>
    <message>
        <source>The keychain did not answer within %1 s. Look for a question of your system that waits, then try again.</source>
        <translation>Anahtarlık %1 sn içinde yanıt vermedi. Sistemin yanıt bekleyen bir sorusu var mı diye bakın, sonra yeniden deneyin.</translation>
    </message>
    <message>
        <source>The keychain failed: %1. Start Kule again, or keep secrets in a vault instead.</source>
        <translation>Anahtarlık hata verdi: %1. Kule&apos;yi yeniden başlatın ya da gizli bilgileri bir kasada saklayın.</translation>
    </message>
    <message>
        <source>This is not the passphrase of the vault. Try again; if it is forgotten, start a new vault.</source>
        <translation>Kasanın parolası bu değil. Yeniden deneyin; unutulduysa yeni bir kasa açın.</translation>
    </message>
    <message>
        <source>Choose a passphrase of 8 to 1024 bytes.</source>
        <translation>8 ile 1024 bayt arasında bir parola seçin.</translation>
    </message>
    <message>
        <source>The vault %1 is damaged. Put back a copy of it, or start a new vault; the damaged one is kept aside.</source>
        <translation>%1 kasası bozulmuş. Bir kopyasını yerine koyun ya da yeni bir kasa açın; bozuk olan kenara konur.</translation>
    </message>
    <message>
        <source>The vault %1 was written by a newer Kule. Update Kule, or start a new vault.</source>
        <translation>%1 kasasını daha yeni bir Kule yazmış. Kule&apos;yi güncelleyin ya da yeni bir kasa açın.</translation>
    </message>
    <message>
        <source>There is no vault yet. Choose a passphrase under Settings, Secrets, to make one.</source>
        <translation>Henüz kasa yok. Açmak için Ayarlar, Gizli bilgiler altında bir parola seçin.</translation>
    </message>
    <message>
        <source>The file %1 could not be written: %2. The secrets in it are as they were.</source>
        <translation>%1 dosyası yazılamadı: %2. İçindeki gizli bilgiler olduğu gibi duruyor.</translation>
    </message>
    <message>
        <source>Secrets come from the environment. Set %1 there and start Kule again, or choose another place for secrets.</source>
        <translation>Gizli bilgiler ortam değişkenlerinden geliyor. Orada %1 değişkenini ayarlayıp Kule&apos;yi yeniden başlatın ya da gizli bilgiler için başka bir yer seçin.</translation>
    </message>
    <message>
        <source>Secrets are on their way from one place to another. Wait for it to end.</source>
        <translation>Gizli bilgiler bir yerden başka yere taşınıyor. Bitmesini bekleyin.</translation>
    </message>
    <message>
        <source>The vault %1 cannot be read: %2.</source>
        <translation>%1 kasası okunamıyor: %2.</translation>
    </message>
    <message>
        <source>There is not enough memory to open the vault. Close other programs and try again.</source>
        <translation>Kasayı açmaya bellek yetmiyor. Başka programları kapatıp yeniden deneyin.</translation>
    </message>
    <message>
        <source>The passphrase file %1 cannot be read. Mend KULE_SECRETS_PASSPHRASE_FILE and start Kule again.</source>
        <translation>%1 parola dosyası okunamıyor. KULE_SECRETS_PASSPHRASE_FILE değerini düzeltip Kule&apos;yi yeniden başlatın.</translation>
    </message>
    <message>
        <source>Pusher application secret; kept where secrets live, never in the settings file.</source>
        <translation>Pusher uygulamasının gizli anahtarı; gizli bilgilerin yerinde saklanır, ayar dosyasında asla.</translation>
    </message>
    <message>
        <source>Where secrets live; the card Secrets brings them along, this does not.</source>
        <translation>Gizli bilgilerin yeri; Gizli bilgiler kartı onları da taşır, bu ayar taşımaz.</translation>
    </message>
    <message>
        <source>File with the passphrase of the vault, for use without a person; empty: ask.</source>
        <translation>Kasanın parolasını tutan dosya, başında kimse yokken kullanmak için; boşsa sorulur.</translation>
    </message>
    <message>
        <source>A secret is never written to the settings file. Enter it under Settings, Secrets, or set it in the environment as %1.</source>
        <translation>Gizli bilgi ayar dosyasına asla yazılmaz. Ayarlar, Gizli bilgiler altında girin ya da ortamda %1 olarak ayarlayın.</translation>
    </message>
    <message>
        <source>%1 cannot be “%2”. The API&apos;s description lists what it may be.</source>
        <translation>%1, “%2” olamaz. Neler olabileceği API açıklamasında yazar.</translation>
    </message>
    <message>
        <source>restart_schedule needs cron, and may have timezone and jitter_s (0 to 86400); null ends it.</source>
        <translation>restart_schedule için cron gerekir; timezone ve jitter_s (0–86400) de olabilir; null kaldırır.</translation>
    </message>
    <message>
        <source>A bot is an object with name, kind, token and config.</source>
        <translation>Bot; name, kind, token ve config içeren bir nesnedir.</translation>
    </message>
    <message>
        <source>enabled must be true or false.</source>
        <translation>enabled, true ya da false olmalı.</translation>
    </message>
    <message>
        <source>A new bot needs a name and a kind.</source>
        <translation>Yeni bir bot için ad ve tür gerekir.</translation>
    </message>
    <message>
        <source>quantity is required: how many chats are handled at once.</source>
        <translation>quantity gerekli: aynı anda kaç sohbetin işleneceği.</translation>
    </message>
    <message>
        <source>%1 is not a state of a delivery. There are queued, sending, sent, failed and review.</source>
        <translation>%1 bir gönderim durumu değil. Şunlar var: queued, sending, sent, failed ve review.</translation>
    </message>
    <message>
        <source>verdict is required: send_again, was_sent or leave_it.</source>
        <translation>verdict gerekli: send_again, was_sent ya da leave_it.</translation>
    </message>
    <message>
        <source>queued, sending, sent, failed or review</source>
        <translation>queued, sending, sent, failed ya da review</translation>
    </message>
    <message>
        <source>Bots with their states, without their tokens</source>
        <translation>Durumlarıyla botlar, belirteçleri olmadan</translation>
    </message>
    <message>
        <source>Adds a bot; its token goes in and never out</source>
        <translation>Bot ekler; belirteci girer, bir daha çıkmaz</translation>
    </message>
    <message>
        <source>One bot</source>
        <translation>Bir bot</translation>
    </message>
    <message>
        <source>Changes what the body names; a bot that runs is restarted with it</source>
        <translation>Gövdede adı geçenleri değiştirir; çalışan bot bununla yeniden başlatılır</translation>
    </message>
    <message>
        <source>Deletes a bot with its token, its ledger and its subscriptions</source>
        <translation>Botu belirteci, gönderim defteri ve abonelikleriyle siler</translation>
    </message>
    <message>
        <source>Starts a bot, also after restarts of Kule</source>
        <translation>Botu başlatır; Kule yeniden başlayınca da çalışır</translation>
    </message>
    <message>
        <source>Stops a bot once it has finished what it began, within 30 s</source>
        <translation>Botu, başladığı işleri bitirince durdurur; en çok 30 sn sürer</translation>
    </message>
    <message>
        <source>Stops a bot and starts it again</source>
        <translation>Botu durdurup yeniden başlatır</translation>
    </message>
    <message>
        <source>How many chats a bot handles at once</source>
        <translation>Bir botun aynı anda kaç sohbeti işlediği</translation>
    </message>
    <message>
        <source>Every message that a bot sent or is to send, newest first</source>
        <translation>Botun gönderdiği ve göndereceği her ileti, en yenisi başta</translation>
    </message>
    <message>
        <source>Decides on a delivery that failed or is in review</source>
        <translation>Başarısız olan ya da inceleme bekleyen bir gönderime karar verir</translation>
    </message>
    <message>
        <source>Chats that get a bot&apos;s announcements</source>
        <translation>Botun duyurularını alan sohbetler</translation>
    </message>
    <message>
        <source>A bot needs a name of 1 to 64 characters without spaces at its ends.</source>
        <translation>Botun adı 1–64 karakter olmalı, başında ve sonunda boşluk bulunmamalı.</translation>
    </message>
    <message>
        <source>A bot handles 1 to %1 chats at once. To have it handle none, stop it.</source>
        <translation>Bir bot aynı anda 1 ile %1 arası sohbet işler. Durdurmak için durdur komutunu kullanın.</translation>
    </message>
    <message>
        <source>This is not a bot token. @BotFather gives one such as 123456:ABC-DEF. Enter it again.</source>
        <translation>Bu bir bot belirteci değil. @BotFather 123456:ABC-DEF gibi bir belirteç verir. Yeniden girin.</translation>
    </message>
    <message>
        <source>There is no bot %1. Load the list again.</source>
        <translation>%1 diye bir bot yok. Listeyi yeniden yükleyin.</translation>
    </message>
    <message>
        <source>“%1” cannot stand for the %2 of a schedule: numbers from %3 to %4, *, ranges such as 1-5, steps such as */15 and lists with commas can.</source>
        <translation>“%1”, zamanlamanın %2 alanına yazılamaz: %3–%4 arası sayılar, *, 1-5 gibi aralıklar, */15 gibi adımlar ve virgüllü listeler yazılabilir.</translation>
    </message>
    <message>
        <source>“%1” is no schedule. Give five fields: minute, hour, day, month and weekday, such as “0 4 * * *” for four o&apos;clock each day.</source>
        <translation>“%1” bir zamanlama değil. Beş alan yazın: dakika, saat, gün, ay ve haftanın günü; örneğin her gün saat dört için “0 4 * * *”.</translation>
    </message>
    <message>
        <source>%1 must be texts by language, such as {&quot;tr&quot;: &quot;…&quot;, &quot;en&quot;: &quot;…&quot;}.</source>
        <translation>%1, dillere göre metinler olmalı; örneğin {&quot;tr&quot;: &quot;…&quot;, &quot;en&quot;: &quot;…&quot;}.</translation>
    </message>
    <message>
        <source>%1 must be a list of one to 100 commands.</source>
        <translation>%1, 1–100 komutluk bir liste olmalı.</translation>
    </message>
    <message>
        <source>%1 needs a command of 1 to 32 small English letters, digits and _.</source>
        <translation>%1 için 1–32 karakterlik bir komut gerekir: küçük İngilizce harfler, rakamlar ve _.</translation>
    </message>
    <message>
        <source>%1 names a command that is there already.</source>
        <translation>%1, zaten var olan bir komutu adlandırıyor.</translation>
    </message>
    <message>
        <source>%1 needs a text in one language at least.</source>
        <translation>%1 için en az bir dilde metin gerekir.</translation>
    </message>
    <message>
        <source>%1 must hold question, yes, no and goodbye.</source>
        <translation>%1; question, yes, no ve goodbye içermeli.</translation>
    </message>
    <message>
        <source>“%1” is no time zone that this computer knows. Give a name such as Europe/Istanbul.</source>
        <translation>“%1”, bu bilgisayarın bildiği bir saat dilimi değil. Europe/Istanbul gibi bir ad yazın.</translation>
    </message>
    <message>
        <source>It did not finish within %1 s; what it had begun is taken up by the next start.</source>
        <translation>%1 sn içinde bitiremedi; başladığı işleri bir sonraki başlatmada sürdürür.</translation>
    </message>
    <message>
        <source>The bot takes nothing now. Send it again later.</source>
        <translation>Bot şu anda bir şey almıyor. Daha sonra yeniden gönderin.</translation>
    </message>
    <message>
        <source>There is a bot named %1 already. Choose another name.</source>
        <translation>%1 adında bir bot zaten var. Başka bir ad seçin.</translation>
    </message>
    <message>
        <source>The bot %1 has this token already, and a bot never runs twice. Change that one, or ask @BotFather for another bot.</source>
        <translation>Bu belirteç zaten %1 botunda ve bir bot iki kez çalışmaz. Onu değiştirin ya da @BotFather&apos;dan başka bir bot isteyin.</translation>
    </message>
    <message>
        <source>There is no delivery %1 of this bot. Load the list again.</source>
        <translation>Bu botun %1 numaralı gönderimi yok. Listeyi yeniden yükleyin.</translation>
    </message>
    <message>
        <source>Delivery %1 needs no decision: it waits, is under way or was sent.</source>
        <translation>%1 numaralı gönderim karar gerektirmiyor: bekliyor, yolda ya da gönderildi.</translation>
    </message>
    <message>
        <source>The bot was removed from this chat. Add it again to go on. Telegram said: %1</source>
        <translation>Bot bu sohbetten çıkarılmış. Sürdürmek için yeniden ekleyin. Telegram&apos;ın yanıtı: %1</translation>
    </message>
    <message>
        <source>This chat takes nothing from the bot any more. Telegram said: %1</source>
        <translation>Bu sohbet artık bottan bir şey almıyor. Telegram&apos;ın yanıtı: %1</translation>
    </message>
    <message>
        <source>The bot may not do this here. Check its rights in the chat. Telegram said: %1</source>
        <translation>Bot bunu burada yapamaz. Sohbetteki yetkilerini denetleyin. Telegram&apos;ın yanıtı: %1</translation>
    </message>
    <message>
        <source>There is no such chat for this bot. Telegram said: %1</source>
        <translation>Bu bot için böyle bir sohbet yok. Telegram&apos;ın yanıtı: %1</translation>
    </message>
    <message>
        <source>The message says that already. Telegram said: %1</source>
        <translation>İleti zaten böyle. Telegram&apos;ın yanıtı: %1</translation>
    </message>
    <message>
        <source>Telegram does not take this. It said: %1</source>
        <translation>Telegram bunu kabul etmiyor. Yanıtı: %1</translation>
    </message>
    <message>
        <source>Another program receives this bot&apos;s updates. Stop it there, or give this bot a token of its own. Telegram said: %1</source>
        <translation>Bu botun güncellemelerini başka bir program alıyor. Onu orada durdurun ya da bu bota kendi belirtecini verin. Telegram&apos;ın yanıtı: %1</translation>
    </message>
    <message>
        <source>A webhook is set for this bot. Delete the webhook to receive updates here. Telegram said: %1</source>
        <translation>Bu bot için bir webhook ayarlı. Güncellemeleri burada almak için webhook&apos;u silin. Telegram&apos;ın yanıtı: %1</translation>
    </message>
    <message>
        <source>Telegram sees a conflict. Try again later. It said: %1</source>
        <translation>Telegram bir çakışma görüyor. Daha sonra yeniden deneyin. Yanıtı: %1</translation>
    </message>
    <message>
        <source>This group has another id now. Telegram said: %1</source>
        <translation>Bu grubun kimliği değişmiş. Telegram&apos;ın yanıtı: %1</translation>
    </message>
    <message>
        <source>Telegram does not know this token. Ask @BotFather for a new one and enter it. Telegram said: %1</source>
        <translation>Telegram bu belirteci tanımıyor. @BotFather&apos;dan yenisini isteyip girin. Telegram&apos;ın yanıtı: %1</translation>
    </message>
    <message>
        <source>Too many messages at once; the rest follows after a pause. Telegram said: %1</source>
        <translation>Aynı anda çok fazla ileti; kalanı bir aradan sonra gönderilecek. Telegram&apos;ın yanıtı: %1</translation>
    </message>
    <message>
        <source>Telegram has trouble of its own. It is tried again. It said: %1</source>
        <translation>Telegram&apos;da bir sorun var. Yeniden denenecek. Yanıtı: %1</translation>
    </message>
    <message>
        <source>What answered is not the Bot API (status %1). Check the address of Telegram in the settings, and the network.</source>
        <translation>Yanıt veren Bot API değil (durum %1). Ayarlardaki Telegram adresini ve ağı denetleyin.</translation>
    </message>
    <message>
        <source>Another Kule on this computer (process %1) runs this bot. Stop it there.</source>
        <translation>Bu botu bu bilgisayardaki başka bir Kule (süreç %1) çalıştırıyor. Orada durdurun.</translation>
    </message>
    <message>
        <source>The bot&apos;s lock could not be made in %1: %2. Check the folder.</source>
        <translation>Botun kilidi %1 içinde oluşturulamadı: %2. Klasörü denetleyin.</translation>
    </message>
    <message>
        <source>The token belongs to another bot, @%1. Enter the token of this one.</source>
        <translation>Belirteç başka bir botun: @%1. Bu botun belirtecini girin.</translation>
    </message>
    <message>
        <source>A webhook at %1 receives this bot&apos;s updates. Delete it there, or choose the mode prod to replace it.</source>
        <translation>Bu botun güncellemelerini %1 adresindeki bir webhook alıyor. Orada silin ya da yerine geçmek için prod kipini seçin.</translation>
    </message>
    <message>
        <source>This does not come from Telegram: its secret is wrong.</source>
        <translation>Bu Telegram&apos;dan gelmiyor: gizli değeri yanlış.</translation>
    </message>
    <message>
        <source>This is no update of Telegram.</source>
        <translation>Bu bir Telegram güncellemesi değil.</translation>
    </message>
    <message>
        <source>Address of Telegram&apos;s Bot API, or of a server of your own; bots take it with their next start.</source>
        <translation>Telegram Bot API&apos;nin ya da kendi sunucunuzun adresi; botlar bunu bir sonraki başlatmada alır.</translation>
    </message>
    <message>
        <source>Cache of titles: memory: or redis://host[:port][/number].</source>
        <translation>Başlıkların önbelleği: memory: ya da redis://sunucu[:kapı][/numara].</translation>
    </message>
    <message>
        <source>Password of that Redis; kept where secrets live, never in the settings file.</source>
        <translation>O Redis&apos;in parolası; sırların tutulduğu yerde saklanır, ayar dosyasına asla yazılmaz.</translation>
    </message>
    <message>
        <source>Database of titles: sqlite: or postgresql://user@host[:port]/name.</source>
        <translation>Başlıkların veritabanı: sqlite: ya da postgresql://kullanıcı@sunucu[:kapı]/ad.</translation>
    </message>
    <message>
        <source>Password of that PostgreSQL; kept where secrets live, never in the settings file.</source>
        <translation>O PostgreSQL&apos;in parolası; sırların tutulduğu yerde saklanır, ayar dosyasına asla yazılmaz.</translation>
    </message>
    <message>
        <source>Write %1 without the password, and enter that as %2, which is kept where secrets live.</source>
        <translation>%1 ayarını parolasız yazın; parolayı, sırların tutulduğu yerde saklanan %2 olarak girin.</translation>
    </message>
    <message>
        <source>Connections at once, besides those of Socket.IO clients.</source>
        <translation>Socket.IO istemcilerininkiler dışında, aynı anda açık en çok bağlantı.</translation>
    </message>
    <message>
        <source>Tries a title of a batch that failed once more, in its place</source>
        <translation>Kazımanın başarısız olan bir başlığını yerinde yeniden dener</translation>
    </message>
    <message>
        <source>Timed out after %1 s</source>
        <translation>%1 sn sonra zaman aşımına uğradı</translation>
    </message>
    <message>
        <source>The job was cancelled.</source>
        <translation>İş iptal edildi.</translation>
    </message>
    <message>
        <source>The job did not end in its time and was stopped.</source>
        <translation>İş süresinde bitmedi ve durduruldu.</translation>
    </message>
    <message>
        <source>The engine was shut down while the job was running.</source>
        <translation>İş çalışırken motor kapatıldı.</translation>
    </message>
    <message>
        <source>The script wrote to the channel of its worker, which is not its own; it was killed.</source>
        <translation>Betik, kendisine ait olmayan işçi kanalına yazdı; sonlandırıldı.</translation>
    </message>
    <message>
        <source>The script closed the channel of its worker, so how it ended is lost.</source>
        <translation>Betik işçisinin kanalını kapattı, bu yüzden nasıl bittiği bilinmiyor.</translation>
    </message>
    <message>
        <source>The process left with status %1 before boot returned.</source>
        <translation>Süreç, boot dönmeden %1 durumuyla ayrıldı.</translation>
    </message>
    <message>
        <source>The system had no memory left and killed the process.</source>
        <translation>Sistemde bellek kalmadı, süreç sonlandırıldı.</translation>
    </message>
    <message>
        <source>The process was ended by %1.</source>
        <translation>Süreç %1 ile sonlandırıldı.</translation>
    </message>
    <message>
        <source>what came is no picture</source>
        <translation>gelen şey bir resim değil</translation>
    </message>
    <message>
        <source>The batch has no title number %1. Look in its list.</source>
        <translation>Bu kazımada %1 numaralı başlık yok. Listesine bakın.</translation>
    </message>
    <message>
        <source>The title has not failed, so there is nothing to try again.</source>
        <translation>Başlık başarısız olmadı; yeniden denenecek bir şey yok.</translation>
    </message>
    <message>
        <source>%1 (it redirects to another host)</source>
        <translation>%1 (başka bir sunucuya yönlendiriyor)</translation>
    </message>
    <message>
        <source>%1 (too many redirects)</source>
        <translation>%1 (çok fazla yönlendirme)</translation>
    </message>
    <message>
        <source>this Qt has no driver for it (libqt6sql6-psql)</source>
        <translation>bu Qt&apos;de onun için sürücü yok (libqt6sql6-psql)</translation>
    </message>
    <message>
        <source>its user may make no schema there (GRANT CREATE ON DATABASE)</source>
        <translation>kullanıcısının orada şema oluşturma yetkisi yok (GRANT CREATE ON DATABASE)</translation>
    </message>
    <message>
        <source>procfile is required: the content of a Procfile, at most 64 KiB; folder names the folder of its scripts.</source>
        <translation>procfile gerekli: bir Procfile&apos;ın içeriği, en çok 64 KiB; folder betiklerinin klasörüdür.</translation>
    </message>
    <message>
        <source>deed is required: one of those that the bot offers, such as delete_webhook.</source>
        <translation>deed gerekli: botun sunduklarından biri, örneğin delete_webhook.</translation>
    </message>
    <message>
        <source>config is required: the configuration of a bot of the kind announcements.</source>
        <translation>config gerekli: duyuru türünden bir botun yapılandırması.</translation>
    </message>
    <message>
        <source>Makes a bot of each line of a Procfile, stopped; one whose name is there already stays as it is</source>
        <translation>Procfile&apos;ın her satırından durmuş bir bot yapar; adı zaten olan olduğu gibi kalır</translation>
    </message>
    <message>
        <source>A piece of a bot&apos;s log: what its script prints and what Kule says of it</source>
        <translation>Bot kaydının bir parçası: betiğinin yazdıkları ve Kule&apos;nin onun için söyledikleri</translation>
    </message>
    <message>
        <source>Does what mends a bot that is in another&apos;s way, one of its deeds, and starts it</source>
        <translation>Başkasıyla çatışan botu düzelten işi (deeds içinden birini) yapar ve botu başlatır</translation>
    </message>
    <message>
        <source>Begins to make a script&apos;s virtual environment and to install its requirements.txt; the bot&apos;s log shows how</source>
        <translation>Betiğin sanal ortamını hazırlamaya ve requirements.txt içindekileri kurmaya başlar; nasıl gittiği botun kaydında görünür</translation>
    </message>
    <message>
        <source>Stops making a virtual environment; the one before it stays</source>
        <translation>Sanal ortamın hazırlanmasını durdurur; bir önceki kalır</translation>
    </message>
    <message>
        <source>Takes an update from Telegram, once it is stored; needs the secret of the webhook in X-Telegram-Bot-Api-Secret-Token</source>
        <translation>Telegram&apos;dan bir güncelleme alır, saklanınca onaylar; X-Telegram-Bot-Api-Secret-Token içinde webhook&apos;un sırrı gerekir</translation>
    </message>
    <message>
        <source>What a source of announcements would bring now; nothing is sent or stored</source>
        <translation>Bir duyuru kaynağının şimdi ne getireceği; hiçbir şey gönderilmez ve saklanmaz</translation>
    </message>
    <message>
        <source>What this bot&apos;s source of announcements would bring now; nothing is sent or stored</source>
        <translation>Bu botun duyuru kaynağının şimdi ne getireceği; hiçbir şey gönderilmez ve saklanmaz</translation>
    </message>
    <message>
        <source>This is not what stands in the bot&apos;s way now. Load the list again.</source>
        <translation>Şu anda botun önünde duran bu değil. Listeyi yeniden yükleyin.</translation>
    </message>
    <message>
        <source>This bot is no Python script, so it has no virtual environment.</source>
        <translation>Bu bot bir Python betiği değil, bu yüzden sanal ortamı yok.</translation>
    </message>
    <message>
        <source>Its virtual environment is being made already. Look at its log, or cancel it.</source>
        <translation>Sanal ortamı zaten hazırlanıyor. Kaydına bakın ya da iptal edin.</translation>
    </message>
    <message>
        <source>No virtual environment is being made for this bot.</source>
        <translation>Bu bot için hazırlanan bir sanal ortam yok.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>İptal edildi.</translation>
    </message>
    <message>
        <source>There is a bot of this name already; it was left as it is.</source>
        <translation>Bu adda bir bot zaten var; olduğu gibi bırakıldı.</translation>
    </message>
    <message>
        <source>A script that polls runs as one process, since a bot never polls twice. Behind a webhook of its own, in the mode prod, it may have more.</source>
        <translation>Yoklama yapan betik tek süreç olarak çalışır, çünkü bir bot asla iki kez yoklamaz. Kendi webhook&apos;uyla, prod kipinde daha çok süreci olabilir.</translation>
    </message>
    <message>
        <source>Only bots of the kind announcements have a source. Give one in config.</source>
        <translation>Yalnızca duyuru türünden botların kaynağı vardır. config içinde bir kaynak verin.</translation>
    </message>
    <message>
        <source>Another program on this computer (process %1) polls with this bot&apos;s token. Stop that process, and the bot runs here.</source>
        <translation>Bu bilgisayardaki başka bir program (süreç %1) bu botun belirteciyle yoklama yapıyor. O süreci durdurun, bot burada çalışsın.</translation>
    </message>
    <message>
        <source>A dyno of the Heroku app %1 has this bot&apos;s token. Stop the dyno, and the bot runs here.</source>
        <translation>%1 Heroku uygulamasının bir dynosu bu botun belirtecini taşıyor. Dynoyu durdurun, bot burada çalışsın.</translation>
    </message>
    <message>
        <source>Another program polls with this bot&apos;s token, not on this computer as far as Kule can see. Stop it there, or have @BotFather revoke the token.</source>
        <translation>Başka bir program bu botun belirteciyle yoklama yapıyor; Kule&apos;nin görebildiği kadarıyla bu bilgisayarda değil. Orada durdurun ya da belirteci @BotFather ile iptal edin.</translation>
    </message>
    <message>
        <source>Process %1 does not hold this bot&apos;s token any more, so it is left alone. Start the bot again.</source>
        <translation>%1 süreci artık bu botun belirtecini taşımıyor, bu yüzden ona dokunulmadı. Botu yeniden başlatın.</translation>
    </message>
    <message>
        <source>Process %1 cannot be told to end: %2. Stop it yourself.</source>
        <translation>%1 sürecine sonlanması söylenemiyor: %2. Kendiniz durdurun.</translation>
    </message>
    <message>
        <source>No Heroku account is set, so the dyno cannot be stopped from here. Stop it there.</source>
        <translation>Heroku hesabı ayarlanmamış, bu yüzden dyno buradan durdurulamıyor. Orada durdurun.</translation>
    </message>
    <message>
        <source>From now on this chat gets the announcements. /stop ends that.</source>
        <translation>Bundan böyle duyurular bu sohbete de gelir. Bitirmek için /stop yazın.</translation>
    </message>
    <message>
        <source>This chat gets no more announcements. /start begins again.</source>
        <translation>Bu sohbete artık duyuru gelmez. Yeniden başlatmak için /start yazın.</translation>
    </message>
    <message>
        <source>/start – get announcements here
/stop – no more announcements
/language – choose a language</source>
        <translation>/start – duyurular buraya gelsin
/stop – artık duyuru gelmesin
/dil – dil seçin</translation>
    </message>
    <message>
        <source>Only administrators of this chat may do that.</source>
        <translation>Bunu yalnızca bu sohbetin yöneticileri yapabilir.</translation>
    </message>
    <message>
        <source>Get announcements here</source>
        <translation>Duyurular buraya gelsin</translation>
    </message>
    <message>
        <source>No more announcements</source>
        <translation>Artık duyuru gelmesin</translation>
    </message>
    <message>
        <source>Choose a language</source>
        <translation>Dil seçin</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Make the data folder writable.</source>
        <translation>%1 klasörü oluşturulamıyor. Veri klasörünü yazılabilir yapın.</translation>
    </message>
    <message>
        <source>%1 could not be started: %2. Look whether it is there and may be run.</source>
        <translation>%1 başlatılamadı: %2. Orada olup olmadığına ve çalıştırma iznine bakın.</translation>
    </message>
    <message>
        <source>The virtual environment could not be made. The bot&apos;s log holds what venv and pip said.</source>
        <translation>Sanal ortam hazırlanamadı. venv ve pip&apos;in söyledikleri botun kaydında.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Make the data folder writable.</source>
        <translation>%1 yazılamıyor: %2. Veri klasörünü yazılabilir yapın.</translation>
    </message>
    <message>
        <source>This is not of the form “name: command”.</source>
        <translation>Bu satır “ad: komut” biçiminde değil.</translation>
    </message>
    <message>
        <source>It needs a shell, and Kule runs no shell. Write the command without variables, pipes and wildcards.</source>
        <translation>Bunun için kabuk gerekir, Kule ise kabuk çalıştırmaz. Komutu değişken, boru ve joker olmadan yazın.</translation>
    </message>
    <message>
        <source>The name %1 stands on a line above already.</source>
        <translation>%1 adı yukarıdaki bir satırda zaten var.</translation>
    </message>
    <message>
        <source>config.command is required: a list of words such as [&quot;python3&quot;, &quot;tanitim.py&quot;].</source>
        <translation>config.command gerekli: [&quot;python3&quot;, &quot;tanitim.py&quot;] gibi bir sözcük listesi.</translation>
    </message>
    <message>
        <source>A token does not belong on a command line, where everybody on the computer can read it. Put it into token.</source>
        <translation>Belirtecin yeri komut satırı değildir; bilgisayardaki herkes okuyabilir. token alanına yazın.</translation>
    </message>
    <message>
        <source>config.cwd must be the path of a folder in the script roots.</source>
        <translation>config.cwd betik köklerindeki bir klasörün yolu olmalı.</translation>
    </message>
    <message>
        <source>config.token_env must be the name of an environment variable, such as TOKEN.</source>
        <translation>config.token_env TOKEN gibi bir ortam değişkeninin adı olmalı.</translation>
    </message>
    <message>
        <source>config.environment must be an object of texts, at most 100.</source>
        <translation>config.environment metinlerden oluşan bir nesne olmalı, en çok 100 tane.</translation>
    </message>
    <message>
        <source>%1 cannot be set in config.environment. Choose another name, and a text as its value.</source>
        <translation>%1, config.environment içinde ayarlanamaz. Başka bir ad seçin, değeri de metin olsun.</translation>
    </message>
    <message>
        <source>%1 holds a bot token, and this configuration is no place for secrets. Put it into token.</source>
        <translation>%1 bir bot belirteci içeriyor; bu yapılandırma sırların yeri değil. token alanına yazın.</translation>
    </message>
    <message>
        <source>config.command names no file for Python to run. Write it such as [&quot;python3&quot;, &quot;tanitim.py&quot;].</source>
        <translation>config.command Python&apos;un çalıştıracağı bir dosya belirtmiyor. [&quot;python3&quot;, &quot;tanitim.py&quot;] gibi yazın.</translation>
    </message>
    <message>
        <source>%1 is not a file. Name the script of the bot.</source>
        <translation>%1 bir dosya değil. Botun betiğini belirtin.</translation>
    </message>
    <message>
        <source>A Python module needs config.cwd, the folder that it lies in.</source>
        <translation>Python modülü için config.cwd, yani içinde bulunduğu klasör gerekir.</translation>
    </message>
    <message>
        <source>%1 is not a program. Make it executable, or name its interpreter such as python3 before it.</source>
        <translation>%1 bir program değil. Çalıştırılabilir yapın ya da önüne python3 gibi yorumlayıcısını yazın.</translation>
    </message>
    <message>
        <source>The script was ended by %1. Its log says why.</source>
        <translation>Betik %1 ile sonlandı. Nedeni kaydında.</translation>
    </message>
    <message>
        <source>The script left with exit code %1. Its log says why.</source>
        <translation>Betik %1 çıkış koduyla sonlandı. Nedeni kaydında.</translation>
    </message>
    <message>
        <source>The script ended by itself, which a bot should not. Its log says why.</source>
        <translation>Betik kendiliğinden sonlandı; bir bot bunu yapmamalı. Nedeni kaydında.</translation>
    </message>
    <message>
        <source>%1 must say where the announcements&apos; links stand on the page, such as //ul[@class=&apos;news&apos;]//a.</source>
        <translation>%1, duyuru bağlantılarının sayfada nerede durduğunu söylemeli, örneğin //ul[@class=&apos;duyurular&apos;]//a.</translation>
    </message>
    <message>
        <source>%1 must be a regular expression with one group, such as id=(\d+).</source>
        <translation>%1 tek gruplu bir düzenli ifade olmalı, örneğin id=(\d+).</translation>
    </message>
    <message>
        <source>%1 must be the channel&apos;s number, such as -1001234567890.</source>
        <translation>%1 kanalın numarası olmalı, örneğin -1001234567890.</translation>
    </message>
    <message>
        <source>%1 must be an object whose type is web or channel.</source>
        <translation>%1, type değeri web ya da channel olan bir nesne olmalı.</translation>
    </message>
    <message>
        <source>There is no page at %1 (status %2). Enter the address where it is now.</source>
        <translation>%1 adresinde sayfa yok (durum %2). Sayfanın yeni adresini girin.</translation>
    </message>
    <message>
        <source>%1 answered with status %2. It is tried again.</source>
        <translation>%1, %2 durumuyla yanıt verdi. Yeniden denenecek.</translation>
    </message>
    <message>
        <source>%1 leads to %2, which is not followed. Enter the final address if it is right.</source>
        <translation>%1, %2 adresine yönlendiriyor; oraya gidilmedi. Doğruysa son adresi girin.</translation>
    </message>
    <message>
        <source>%1 brought no page to read, but %2. Check the address in a browser.</source>
        <translation>%1 adresinden okunacak bir sayfa değil, %2 geldi. Adresi tarayıcıda deneyin.</translation>
    </message>
    <message>
        <source>%1 has entries, but the id of none can be told. Check link and id of the source.</source>
        <translation>%1 sayfasında girdiler var ama hiçbirinin kimliği çıkarılamadı. Kaynağın link ve id alanlarını gözden geçirin.</translation>
    </message>
    <message>
        <source>“%1” is no selector of CSS or XPath that Kule knows; look near “%2”. An example: ul.news &gt; li a</source>
        <translation>“%1”, Kule&apos;nin bildiği bir CSS ya da XPath seçicisi değil; “%2” dolayına bakın. Örnek: ul.duyurular &gt; li a</translation>
    </message>
    <message>
        <source>Telegram tells a bot only of posts that are new. Make it an administrator of the channel and post something.</source>
        <translation>Telegram bir bota yalnızca yeni gönderileri bildirir. Botu kanalın yöneticisi yapın ve bir gönderi paylaşın.</translation>
    </message>
    <message>
        <source>Bots of the kind %1 cannot be run by this Kule. Choose introduction or announcements.</source>
        <translation>%1 türünden botlar bu Kule ile çalıştırılamaz. introduction ya da announcements seçin.</translation>
    </message>
    <message>
        <source>The mode prod needs an address under which Telegram reaches Kule. Set telegram.public_url, or choose the mode dev.</source>
        <translation>prod kipi için Telegram&apos;ın Kule&apos;ye ulaştığı bir adres gerekir. telegram.public_url ayarını girin ya da dev kipini seçin.</translation>
    </message>
    <message>
        <source>Telegram cannot reach Kule at %1: %2. Look at the proxy and its certificate, or run the bot in the mode dev instead.</source>
        <translation>Telegram Kule&apos;ye %1 adresinden ulaşamıyor: %2. Vekil sunucuya ve sertifikasına bakın ya da botu dev kipinde çalıştırın.</translation>
    </message>
    <message>
        <source>There is no app %1 here. Add it with its token, or load the list again.</source>
        <translation>Burada %1 adlı bir uygulama yok. Belirteciyle ekleyin ya da listeyi yeniden yükleyin.</translation>
    </message>
    <message>
        <source>The environment gives %1 and its token. Change it there, then start Kule again.</source>
        <translation>%1 uygulamasını ve belirtecini ortam değişkenleri veriyor. Orada değiştirip Kule&apos;yi yeniden başlatın.</translation>
    </message>
    <message>
        <source>“%1” is no process type. A Procfile names them, such as worker or web; leave it empty for all.</source>
        <translation>“%1” bir süreç türü değil. Türleri Procfile adlandırır, örneğin worker ya da web; tümü için boş bırakın.</translation>
    </message>
    <message>
        <source>Kule was not running then, or the computer slept. Restart the app yourself if it cannot wait for the next time.</source>
        <translation>O sırada Kule çalışmıyordu ya da bilgisayar uykudaydı. Sonrakini bekleyemezse uygulamayı kendiniz yeniden başlatın.</translation>
    </message>
    <message>
        <source>“%1” is no name of an app on Heroku: small letters, digits and dashes, such as my-bot-app.</source>
        <translation>“%1” Heroku&apos;da bir uygulama adı olamaz: küçük harfler, rakamlar ve tire kullanılır, örneğin my-bot-app.</translation>
    </message>
    <message>
        <source>This is not a token of Heroku. “heroku authorizations:create” makes one. Enter it again.</source>
        <translation>Bu bir Heroku belirteci değil. “heroku authorizations:create” bir tane oluşturur. Yeniden girin.</translation>
    </message>
    <message>
        <source>Heroku gives the last 1 to %1 lines. Ask for so many.</source>
        <translation>Heroku son 1 ile %1 arasında satır verir. Bu kadar isteyin.</translation>
    </message>
    <message>
        <source>Heroku does not take the token of %1. Make a new one with “heroku authorizations:create” and enter it. Heroku said: %2</source>
        <translation>Heroku, %1 uygulamasının belirtecini kabul etmiyor. “heroku authorizations:create” ile yenisini oluşturup girin. Heroku&apos;nun yanıtı: %2</translation>
    </message>
    <message>
        <source>The plan of %1 does not cover this. Look at its billing on dashboard.heroku.com. Heroku said: %2</source>
        <translation>%1 uygulamasının planı bunu kapsamıyor. dashboard.heroku.com üzerinden ödeme bilgilerine bakın. Heroku&apos;nun yanıtı: %2</translation>
    </message>
    <message>
        <source>The token of %1 may not do this. Enter one whose account may change the app. Heroku said: %2</source>
        <translation>%1 uygulamasının belirteci bunu yapamaz. Uygulamayı değiştirebilen bir hesabın belirtecini girin. Heroku&apos;nun yanıtı: %2</translation>
    </message>
    <message>
        <source>Heroku knows no such app or dyno for the token of %1. Check the app&apos;s name, and load its dynos again. Heroku said: %2</source>
        <translation>Heroku, %1 uygulamasının belirteciyle böyle bir uygulama ya da dyno bulamıyor. Uygulamanın adını kontrol edin, dynoları yeniden yükleyin. Heroku&apos;nun yanıtı: %2</translation>
    </message>
    <message>
        <source>Heroku has had too many requests with the token of %1. Wait %2 s; Kule asks nothing before that.</source>
        <translation>%1 uygulamasının belirteciyle Heroku&apos;ya çok fazla istek gitti. %2 sn bekleyin; Kule o zamana kadar bir şey sormaz.</translation>
    </message>
    <message>
        <source>Heroku cannot answer now (%1). Try again later, and see status.heroku.com. Heroku said: %2</source>
        <translation>Heroku şu anda yanıt veremiyor (%1). Sonra yeniden deneyin, status.heroku.com adresine bakın. Heroku&apos;nun yanıtı: %2</translation>
    </message>
    <message>
        <source>Heroku does not take this for %1. It said: %2</source>
        <translation>Heroku bunu %1 için kabul etmiyor. Yanıtı: %2</translation>
    </message>
    <message>
        <source>Heroku&apos;s address answers with another address, where the token of %1 does not go. Check the setting heroku.base_url.</source>
        <translation>Heroku&apos;nun adresi başka bir adrese yönlendiriyor; %1 uygulamasının belirteci oraya gitmez. heroku.base_url ayarını kontrol edin.</translation>
    </message>
    <message>
        <source>Nobody can know whether this was done, as Heroku&apos;s answer did not come through. Load the dynos again before you repeat it.</source>
        <translation>Heroku&apos;nun yanıtı ulaşmadığından bunun yapılıp yapılmadığı bilinemiyor. Yinelemeden önce dynoları yeniden yükleyin.</translation>
    </message>
    <message>
        <source>What came is not an answer of Heroku&apos;s API. Check the setting heroku.base_url and whether a proxy stands between, then try again.</source>
        <translation>Gelen, Heroku API&apos;sinin yanıtı değil. heroku.base_url ayarını ve arada bir vekil sunucu olup olmadığını kontrol edip yeniden deneyin.</translation>
    </message>
    <message>
        <source>There is no token for %1 where secrets live. Enter it again.</source>
        <translation>Gizli bilgilerin yerinde %1 için bir belirteç yok. Yeniden girin.</translation>
    </message>
    <message>
        <source>Heroku did not give the log (%1). Ask for it again.</source>
        <translation>Heroku kaydı vermedi (%1). Yeniden isteyin.</translation>
    </message>
    <message>
        <source>This has to be confirmed, so nothing was done. Look at what it would do, then repeat it with the value of expected that stands beside it.</source>
        <translation>Bunun onaylanması gerekiyor, bu yüzden hiçbir şey yapılmadı. Ne yapacağına bakın, sonra yanındaki expected değeriyle yineleyin.</translation>
    </message>
    <message>
        <source>What runs there has changed since this was confirmed, so nothing was done. Look at what it would do now and confirm that.</source>
        <translation>Bu onaylandığından beri orada çalışanlar değişti, bu yüzden hiçbir şey yapılmadı. Şimdi ne yapacağına bakıp onu onaylayın.</translation>
    </message>
    <message>
        <source>Something is being done to %1 right now. Try again in a moment.</source>
        <translation>%1 üzerinde şu anda bir işlem sürüyor. Biraz sonra yeniden deneyin.</translation>
    </message>
    <message>
        <source>Its dynos had just been restarted.</source>
        <translation>Dynoları daha yeni yeniden başlatılmıştı.</translation>
    </message>
    <message>
        <source>%1 has no process type %2. Its Procfile names them; load its formation again.</source>
        <translation>%1 uygulamasının %2 adlı bir süreç türü yok. Türleri Procfile adlandırır; süreç türlerini yeniden yükleyin.</translation>
    </message>
    <message>
        <source>A process type runs 0 to %1 dynos. Give such a number.</source>
        <translation>Bir süreç türü 0 ile %1 arasında dyno çalıştırır. Böyle bir sayı verin.</translation>
    </message>
    <message>
        <source>The quantity of %1 is %2 already. There is nothing to change.</source>
        <translation>%1 adedi zaten %2. Değiştirilecek bir şey yok.</translation>
    </message>
    <message>
        <source>The quantity of %1 goes from %2 to 0: all its dynos stop, and stay so until it is scaled up. (To stop a single dyno, as “heroku ps:stop” does, would only restart it.)</source>
        <translation>%1 adedi %2 iken 0 olur: tüm dynoları durur ve adet artırılana kadar öyle kalır. (“heroku ps:stop” gibi tek bir dynoyu durdurmak onu yalnızca yeniden başlatırdı.)</translation>
    </message>
    <message>
        <source>The quantity of %1 went from %2 to 0: its dynos stop, until it is scaled up again.</source>
        <translation>%1 adedi %2 iken 0 oldu: dynoları, adet artırılana kadar durur.</translation>
    </message>
    <message>
        <source>The quantity of %1 goes from %2 to %3: the dynos with the highest numbers stop, the others run on.</source>
        <translation>%1 adedi %2 iken %3 olur: en yüksek numaralı dynolar durur, ötekiler çalışmayı sürdürür.</translation>
    </message>
    <message>
        <source>The quantity of %1 went from %2 to %3.</source>
        <translation>%1 adedi %2 iken %3 oldu.</translation>
    </message>
    <message>
        <source>The quantity of %1 goes from %2 to %3: new dynos start, which Heroku charges by its plan; those that run go on.</source>
        <translation>%1 adedi %2 iken %3 olur: Heroku&apos;nun planına göre ücretlendirdiği yeni dynolar başlar; çalışanlar sürer.</translation>
    </message>
    <message>
        <source>Heroku would start %1 again at once, as the quantity of %2 asks for it. Stop %2, which sets its quantity to 0, or scale it down.</source>
        <translation>%2 adedi gerektirdiği için Heroku %1 dynosunu hemen yeniden başlatırdı. %2 türünü durdurun (adedi 0 olur) ya da adedini azaltın.</translation>
    </message>
    <message>
        <source>%1 runs no dyno %2 now. Load its dynos again.</source>
        <translation>%1 şu anda %2 adlı bir dyno çalıştırmıyor. Dynoları yeniden yükleyin.</translation>
    </message>
    <message>
        <source>%1 will be restarted: it gets SIGTERM, has 30 s to end, and starts anew. The quantity of %2 stays %3.</source>
        <translation>%1 yeniden başlatılacak: SIGTERM alır, kapanması için 30 sn&apos;si olur, sonra yeniden başlar. %2 adedi %3 olarak kalır.</translation>
    </message>
    <message>
        <source>%1 is being restarted.</source>
        <translation>%1 yeniden başlatılıyor.</translation>
    </message>
    <message>
        <source>%1 is a one-off dyno: it will be ended, and nothing starts it again.</source>
        <translation>%1 tek seferlik bir dyno: sonlandırılır ve bir daha başlatılmaz.</translation>
    </message>
    <message>
        <source>%1 is being ended.</source>
        <translation>%1 sonlandırılıyor.</translation>
    </message>
    <message>
        <source>Nothing of that runs on %1 now. Scale it up to start it.</source>
        <translation>Bunlardan hiçbiri şu anda %1 üzerinde çalışmıyor. Başlatmak için adedi artırın.</translation>
    </message>
    <message>
        <source>These dynos will be restarted: %1. Each gets SIGTERM, has 30 s to end, and starts anew; quantities stay.</source>
        <translation>Şu dynolar yeniden başlatılacak: %1. Her biri SIGTERM alır, kapanması için 30 sn&apos;si olur, sonra yeniden başlar; adetler değişmez.</translation>
    </message>
    <message>
        <source>These dynos are being restarted: %1.</source>
        <translation>Şu dynolar yeniden başlatılıyor: %1.</translation>
    </message>
    <message>
        <source>It has run for %1 h %2 min. A one-off dyno is ended by Heroku after 24 hours and not started again.</source>
        <translation>%1 sa %2 dk’dır çalışıyor. Heroku tek seferlik bir dynoyu 24 saat sonra sonlandırır ve bir daha başlatmaz.</translation>
    </message>
    <message>
        <source>It has run for %1 h %2 min. Heroku restarts every dyno by itself once a day, this one at any moment now; what it holds in memory is lost then.</source>
        <translation>%1 sa %2 dk’dır çalışıyor. Heroku her dynoyu günde bir kez kendiliğinden yeniden başlatır, bunu her an yapabilir; bellekte tuttukları o zaman kaybolur.</translation>
    </message>
    <message>
        <source>It has run for %1 h %2 min. Heroku restarts every dyno by itself once a day, this one in about %3 to %4 hours; what it holds in memory is lost then.</source>
        <translation>%1 sa %2 dk’dır çalışıyor. Heroku her dynoyu günde bir kez kendiliğinden yeniden başlatır, bunu yaklaşık %3 ile %4 saat sonra; bellekte tuttukları o zaman kaybolur.</translation>
    </message>
    <message>
        <source>Address (https) under which Telegram reaches this server, for bots in the mode prod; empty: it does not.</source>
        <translation>prod kipindeki botlar için Telegram&apos;ın bu sunucuya ulaştığı adres (https); boşsa ulaşmıyor.</translation>
    </message>
    <message>
        <source>Address of Heroku&apos;s Platform API; the tokens of its apps are sent there.</source>
        <translation>Heroku Platform API&apos;sinin adresi; uygulamaların belirteçleri oraya gönderilir.</translation>
    </message>
    <message>
        <source>State of a bot; several with commas, also trouble</source>
        <translation>Botun durumu; birkaçı virgülle, ayrıca trouble (sorunlu)</translation>
    </message>
    <message>
        <source>What a bot does: introduction, announcements or script</source>
        <translation>Botun işi: introduction (tanıtım), announcements (duyuru) ya da script (betik)</translation>
    </message>
    <message>
        <source>How messages come: dev or prod</source>
        <translation>İletiler nasıl gelir: dev ya da prod</translation>
    </message>
    <message>
        <source>Telegram sends updates to https addresses only, and telegram.public_url is none. Change it, or choose the mode dev.</source>
        <translation>Telegram güncellemeleri yalnızca https adreslerine gönderir, telegram.public_url ise öyle değil. Değiştirin ya da dev kipini seçin.</translation>
    </message>
    <message>
        <source>%1 must hold no user name and password: the configuration is no place for secrets.</source>
        <translation>%1 kullanıcı adı ve parola içeremez: yapılandırma gizli bilgilerin yeri değildir.</translation>
    </message>
    <message>
        <source>The Heroku app %1 runs %2 types of process, and which of them is this bot cannot be seen from here. Stop the right one under Heroku.</source>
        <translation>%1 Heroku uygulaması %2 türde süreç çalıştırıyor; hangisinin bu bot olduğu buradan görülemez. Doğru olanı Heroku altında durdurun.</translation>
    </message>
    <message>
        <source>The vault %1 was replaced while it was open, so nothing is written to it. Open it again with its passphrase to use the new one, or start a new vault to keep the secrets that are in use.</source>
        <translation>%1 kasası açıkken başka bir dosyayla değiştirildi; bu yüzden ona bir şey yazılmıyor. Yenisini kullanmak için parolasıyla yeniden açın ya da kullanımdaki gizli bilgileri korumak için yeni bir kasa açın.</translation>
    </message>
    <message>
        <source>it answers SCAN otherwise than Redis does</source>
        <translation>SCAN komutuna Redis gibi yanıt vermiyor</translation>
    </message>
    <message>
        <source>Name a dyno or a type, not both.</source>
        <translation>Ya bir dyno ya bir tür verin, ikisini birden değil.</translation>
    </message>
    <message>
        <source>An app needs a token; one that is here may get a restart_schedule or a restart_type.</source>
        <translation>Uygulama için belirteç gerekir; burada olan birine restart_schedule ya da restart_type verilebilir.</translation>
    </message>
    <message>
        <source>deed is scale (with type and quantity), stop (with type) or restart.</source>
        <translation>deed şunlardan biridir: scale (type ve quantity ile), stop (type ile) ya da restart.</translation>
    </message>
    <message>
        <source>quantity is required: how many dynos shall run.</source>
        <translation>quantity gerekli: kaç dyno çalışsın.</translation>
    </message>
    <message>
        <source>A restart is an object with dyno or type, or with neither for all.</source>
        <translation>Yeniden başlatma, dyno ya da type içeren bir nesnedir; tümü için ikisi de bulunmaz.</translation>
    </message>
    <message>
        <source>Which app (required)</source>
        <translation>Hangi uygulama (gerekli)</translation>
    </message>
    <message>
        <source>scale, stop or restart (required)</source>
        <translation>scale, stop ya da restart (gerekli)</translation>
    </message>
    <message>
        <source>Process type, such as worker; for restart it may be absent: all</source>
        <translation>Süreç türü, örneğin worker; restart için verilmeyebilir: tümü</translation>
    </message>
    <message>
        <source>For restart: this one alone, such as worker.1</source>
        <translation>restart için: yalnız bu dyno, örneğin worker.1</translation>
    </message>
    <message>
        <source>For scale: how many dynos</source>
        <translation>scale için: kaç dyno</translation>
    </message>
    <message>
        <source>How many of the last lines, 1 to 1500; 100 by default</source>
        <translation>Son kaç satır, 1 ile 1500 arasında; verilmezse 100</translation>
    </message>
    <message>
        <source>Of this dyno alone, such as worker.1</source>
        <translation>Yalnız bu dynonun, örneğin worker.1</translation>
    </message>
    <message>
        <source>Apps on Heroku and when they are restarted, without their tokens</source>
        <translation>Heroku&apos;daki uygulamalar ve yeniden başlatma zamanları, belirteçleri olmadan</translation>
    </message>
    <message>
        <source>Adds an app with its token, which goes in and never out, or changes when it is restarted</source>
        <translation>Uygulamayı belirteciyle ekler (belirteç girer, bir daha çıkmaz) ya da yeniden başlatma zamanını değiştirir</translation>
    </message>
    <message>
        <source>Forgets an app and its token; nothing changes at Heroku</source>
        <translation>Uygulamayı ve belirtecini unutur; Heroku&apos;da bir şey değişmez</translation>
    </message>
    <message>
        <source>What an app runs, and when Heroku will restart it by itself</source>
        <translation>Uygulamanın ne çalıştırdığı ve Heroku&apos;nun onu ne zaman kendiliğinden yeniden başlatacağı</translation>
    </message>
    <message>
        <source>What an app is meant to run</source>
        <translation>Uygulamanın ne çalıştırması gerektiği</translation>
    </message>
    <message>
        <source>What a deed would do now, and the value that confirms it</source>
        <translation>Bir işlemin şimdi ne yapacağı ve onu onaylayan değer</translation>
    </message>
    <message>
        <source>Scales a process type; unconfirmed it answers 409 with the effect and what to confirm it by</source>
        <translation>Bir süreç türünü ölçekler; onaysızsa etkisini ve onay değerini 409 ile yanıtlar</translation>
    </message>
    <message>
        <source>Stops a process type by quantity 0; unconfirmed it answers 409 with the effect and what to confirm it by</source>
        <translation>Bir süreç türünü adedini 0 yaparak durdurur; onaysızsa etkisini ve onay değerini 409 ile yanıtlar</translation>
    </message>
    <message>
        <source>Restarts a dyno, a process type or all; unconfirmed it answers 409 with the effect and what to confirm it by</source>
        <translation>Bir dynoyu, bir süreç türünü ya da tümünü yeniden başlatır; onaysızsa etkisini ve onay değerini 409 ile yanıtlar</translation>
    </message>
    <message>
        <source>The last lines of an app&apos;s log</source>
        <translation>Uygulama kaydının son satırları</translation>
    </message>
    <message>
        <source>token is required: the one that @BotFather gave.</source>
        <translation>token gerekli: @BotFather&apos;ın verdiği belirteç.</translation>
    </message>
    <message>
        <source>Looks for a regular expression in a bot&apos;s log, a part at a time</source>
        <translation>Bir botun kaydında düzenli ifade arar, her seferinde bir parçasında</translation>
    </message>
    <message>
        <source>Configurations of a bot as they were saved, newest first, without what stands in them</source>
        <translation>Bir botun kaydedilmiş yapılandırmaları, en yenisi başta, içerikleri olmadan</translation>
    </message>
    <message>
        <source>A configuration as it was saved; to go back to it, change the bot with it</source>
        <translation>Kaydedildiği haliyle bir yapılandırma; ona dönmek için botu onunla değiştirin</translation>
    </message>
    <message>
        <source>Asks Telegram whose a token is, and refuses one that is run already; nothing is kept</source>
        <translation>Bir belirtecin kime ait olduğunu Telegram&apos;a sorar, zaten çalıştırılanı reddeder; hiçbir şey saklanmaz</translation>
    </message>
    <message>
        <source>Version %1 of this bot is not kept. Load the list of versions again.</source>
        <translation>Bu botun %1. sürümü saklanmıyor. Sürüm listesini yeniden yükleyin.</translation>
    </message>
    <message>
        <source>Whether the window says in the desktop&apos;s tray when a bot fails, is in a conflict or has its token refused; the status line says it in any case.</source>
        <translation>Bir bot başarısız olunca, çakışmaya düşünce ya da belirteci reddedilince pencerenin bunu masaüstünün bildirim alanında söyleyip söylemeyeceği; durum satırı her durumda söyler.</translation>
    </message>
    <message>
        <source>created</source>
        <translation>oluşturuldu</translation>
    </message>
    <message>
        <source>looking into the cache</source>
        <translation>önbelleğe bakılıyor</translation>
    </message>
    <message>
        <source>looking into the database</source>
        <translation>veritabanına bakılıyor</translation>
    </message>
    <message>
        <source>fetching the page</source>
        <translation>sayfa getiriliyor</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>kaydediliyor</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>tamamlandı</translation>
    </message>
    <message>
        <source>This is a token, and a name is shown to everybody. Enter it as the token, and give the bot another name.</source>
        <translation>Bu bir belirteç; ad ise herkese görünür. Onu belirteç alanına girin, bota başka bir ad verin.</translation>
    </message>
    <message>
        <source>Another program polls with this bot&apos;s token. Kule is looking for it.</source>
        <translation>Başka bir program bu botun belirteciyle yoklama yapıyor. Kule onu arıyor.</translation>
    </message>
</context>
<context>
    <name>FatalWords</name>
    <message>
        <source>unreadable</source>
        <translation>okunamıyor</translation>
    </message>
    <message>
        <source>fatal</source>
        <translation>ölümcül hata</translation>
    </message>
    <message>
        <source>Not valid JSON, %1. Mend the file by hand or delete it.</source>
        <translation>Geçerli bir JSON değil, %1. Dosyayı elle düzeltin veya silin.</translation>
    </message>
    <message>
        <source>in the group</source>
        <translation>grupta</translation>
    </message>
    <message>
        <source>caused by</source>
        <translation>nedeni</translation>
    </message>
    <message>
        <source>while handling</source>
        <translation>şu ele alınırken</translation>
    </message>
</context>
<context>
    <name>FatalsModel</name>
    <message>
        <source>Type</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Hata</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Dosya</translation>
    </message>
    <message>
        <source>Process id</source>
        <translation>İşlem kimliği</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zaman</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Boyut</translation>
    </message>
</context>
<context>
    <name>GroupsModel</name>
    <message>
        <source>Type</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Rapor</translation>
    </message>
    <message>
        <source>Ever</source>
        <translation>Toplam</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>İlk görülme</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Son görülme</translation>
    </message>
</context>
<context>
    <name>JobDraft</name>
    <message>
        <source>Choose the Python file to run.</source>
        <translation>Çalıştırılacak Python dosyasını seçin.</translation>
    </message>
    <message>
        <source>Give the run a process id.</source>
        <translation>Bu çalıştırmaya bir işlem kimliği verin.</translation>
    </message>
    <message>
        <source>Write the arguments as a JSON list: [1, &quot;two&quot;].</source>
        <translation>Argümanları JSON listesi olarak yazın: [1, &quot;iki&quot;].</translation>
    </message>
    <message>
        <source>Write the named arguments as a JSON object: {&quot;name&quot;: 1}.</source>
        <translation>Adlı argümanları JSON nesnesi olarak yazın: {&quot;ad&quot;: 1}.</translation>
    </message>
    <message>
        <source>Write a whole address that begins with http:// or https://.</source>
        <translation>http:// veya https:// ile başlayan tam bir adres yazın.</translation>
    </message>
    <message>
        <source>Write seconds above 0, or leave it empty.</source>
        <translation>0&apos;dan büyük bir saniye sayısı yazın veya boş bırakın.</translation>
    </message>
</context>
<context>
    <name>JobWords</name>
    <message>
        <source>queued</source>
        <translation>bekliyor</translation>
    </message>
    <message>
        <source>running</source>
        <translation>çalışıyor</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>başarılı</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>başarısız</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>iptal edildi</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>zaman aşımı</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>yarıda kaldı</translation>
    </message>
    <message>
        <source>ending…</source>
        <translation>durduruluyor…</translation>
    </message>
    <message>
        <source>%1. in the queue</source>
        <translation>kuyrukta %1. sırada</translation>
    </message>
    <message>
        <source>ending, killed after 10 s</source>
        <translation>durduruluyor, 10 sn sonra zorla kapatılır</translation>
    </message>
</context>
<context>
    <name>JobsModel</name>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>İş</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Dosya</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Deneme</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Başlangıç</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Süre</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>İlerleme</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>looking…</source>
        <translation>bakılıyor…</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>dinliyor</translation>
    </message>
    <message>
        <source>not listening</source>
        <translation>dinlemiyor</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>yazıyor</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Veritabanı</translation>
    </message>
    <message>
        <source>refuses writes</source>
        <translation>yazmayı reddediyor</translation>
    </message>
    <message>
        <source>%1 on the disk</source>
        <translation>Diskte %1</translation>
    </message>
    <message>
        <source>nearly full</source>
        <translation>dolmak üzere</translation>
    </message>
    <message>
        <source>enough space</source>
        <translation>yeterli yer var</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disk</translation>
    </message>
    <message>
        <source>%1 free of %2</source>
        <translation>%1 boş, toplam %2</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>kullanılamıyor</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>hazır</translation>
    </message>
    <message>
        <source>warming up</source>
        <translation>ısınıyor</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln worker(s) warm</source>
        <translation>
            <numerusform>%1, %Ln hazır işçi</numerusform>
        </translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>ulaştı</translation>
    </message>
    <message>
        <source>Callbacks</source>
        <translation>Geri çağrılar</translation>
    </message>
    <message>
        <source>none waits, none was given up</source>
        <translation>bekleyen ya da vazgeçilen yok</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>bekliyor</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>vazgeçildi</translation>
    </message>
    <message>
        <source>%1 waiting, %2 given up</source>
        <translation>%1 bekliyor, %2 vazgeçildi</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>fatal</source>
        <translation>ölümcül hata</translation>
    </message>
    <message>
        <source>%1 × · %2</source>
        <translation>%1 × · %2</translation>
    </message>
    <message>
        <source>there</source>
        <translation>hazır</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Başlıklar</translation>
    </message>
    <message>
        <source>database away</source>
        <translation>veritabanı yok</translation>
    </message>
    <message>
        <source>cache away</source>
        <translation>önbellek yok</translation>
    </message>
    <message>
        <source>%1 stored, %2 in the cache</source>
        <translation>%1 saklı, %2 önbellekte</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>başarılı</translation>
    </message>
    <message>
        <source>none</source>
        <translation>yok</translation>
    </message>
    <message>
        <source>From the page</source>
        <translation>Sayfadan</translation>
    </message>
    <message>
        <source>fetched and read</source>
        <translation>getirilip okundu</translation>
    </message>
    <message>
        <source>From the database</source>
        <translation>Veritabanından</translation>
    </message>
    <message>
        <source>stored before</source>
        <translation>önceden saklanan</translation>
    </message>
    <message>
        <source>From the cache</source>
        <translation>Önbellekten</translation>
    </message>
    <message>
        <source>asked for lately</source>
        <translation>yakında istenen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Başarısız</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>başarısız</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Jobs</source>
        <translation>İşler</translation>
    </message>
    <message>
        <source>Fatals</source>
        <translation>Ölümcül hatalar</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ayarlar</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Genel bakış</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Etkinlik</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Başlıklar</translation>
    </message>
    <message>
        <source>Bots</source>
        <translation>Botlar</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>İşler</translation>
    </message>
    <message>
        <source>Fatal errors</source>
        <translation>Ölümcül hatalar</translation>
    </message>
    <message>
        <source>Selenium</source>
        <translation>Selenium</translation>
    </message>
    <message>
        <source>Pusher</source>
        <translation>Pusher</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Genel</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Veri klasörü</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresler</translation>
    </message>
    <message>
        <source>Allowed web origins</source>
        <translation>İzin verilen web kaynakları</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>Erişim anahtarı</translation>
    </message>
    <message>
        <source>TLS certificate</source>
        <translation>TLS sertifikası</translation>
    </message>
    <message>
        <source>TLS private key</source>
        <translation>TLS özel anahtarı</translation>
    </message>
    <message>
        <source>Largest body</source>
        <translation>En büyük gövde</translation>
    </message>
    <message>
        <source>Most connections</source>
        <translation>En çok bağlantı</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>Dakikada istek</translation>
    </message>
    <message>
        <source>Header time-out</source>
        <translation>Üstbilgi zaman aşımı</translation>
    </message>
    <message>
        <source>Idle time-out</source>
        <translation>Boşta zaman aşımı</translation>
    </message>
    <message>
        <source>Script folders</source>
        <translation>Betik klasörleri</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Worker start</source>
        <translation>İşçi başlatma</translation>
    </message>
    <message>
        <source>Warm workers</source>
        <translation>Hazır işçiler</translation>
    </message>
    <message>
        <source>Jobs at once</source>
        <translation>Aynı anda çalışan iş</translation>
    </message>
    <message>
        <source>Queue limit</source>
        <translation>Kuyruk sınırı</translation>
    </message>
    <message>
        <source>Log size</source>
        <translation>Kayıt boyutu</translation>
    </message>
    <message>
        <source>Reports a group</source>
        <translation>Grup başına rapor</translation>
    </message>
    <message>
        <source>Hub address</source>
        <translation>Hub adresi</translation>
    </message>
    <message>
        <source>Application id</source>
        <translation>Uygulama kimliği</translation>
    </message>
    <message>
        <source>Application key</source>
        <translation>Uygulama anahtarı</translation>
    </message>
    <message>
        <source>Application secret</source>
        <translation>Uygulama gizli anahtarı</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Küme</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Sunucu</translation>
    </message>
    <message>
        <source>Host&apos;s port</source>
        <translation>Sunucunun portu</translation>
    </message>
    <message>
        <source>Use https</source>
        <translation>HTTPS kullan</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Dil</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Renkler</translation>
    </message>
    <message>
        <source>Own log</source>
        <translation>Kule&apos;nin kaydı</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Sistemdeki gibi</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Açık</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Koyu</translation>
    </message>
    <message>
        <source>Forked from a warm parent</source>
        <translation>Hazır bir süreçten çatallanır</translation>
    </message>
    <message>
        <source>Each started anew</source>
        <translation>Her biri baştan başlatılır</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Her şey</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Olup bitenler</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Uyarılar ve hatalar</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Yalnız hatalar</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Varsayılan</translation>
    </message>
    <message>
        <source>Changed here</source>
        <translation>Burada değiştirildi</translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation>Ortam: %1</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Komut satırı</translation>
    </message>
    <message>
        <source>How long things are kept</source>
        <translation>Ne kadar saklanır</translation>
    </message>
    <message>
        <source>Jobs: days</source>
        <translation>İşler: gün</translation>
    </message>
    <message>
        <source>Jobs: number</source>
        <translation>İşler: sayı</translation>
    </message>
    <message>
        <source>Jobs: megabytes of logs</source>
        <translation>İşler: kayıt, megabayt</translation>
    </message>
    <message>
        <source>Failed jobs: days</source>
        <translation>Başarısız işler: gün</translation>
    </message>
    <message>
        <source>Failed jobs: number</source>
        <translation>Başarısız işler: sayı</translation>
    </message>
    <message>
        <source>Failed jobs: megabytes of logs</source>
        <translation>Başarısız işler: kayıt, megabayt</translation>
    </message>
    <message>
        <source>Reports: days</source>
        <translation>Raporlar: gün</translation>
    </message>
    <message>
        <source>Reports: number</source>
        <translation>Raporlar: sayı</translation>
    </message>
    <message>
        <source>Reports: megabytes</source>
        <translation>Raporlar: megabayt</translation>
    </message>
    <message>
        <source>Callbacks: days</source>
        <translation>Geri çağrılar: gün</translation>
    </message>
    <message>
        <source>Callbacks: number</source>
        <translation>Geri çağrılar: sayı</translation>
    </message>
    <message>
        <source>Activity: days</source>
        <translation>Etkinlik: gün</translation>
    </message>
    <message>
        <source>Activity: number</source>
        <translation>Etkinlik: sayı</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Başlıklar</translation>
    </message>
    <message>
        <source>Fetches at once</source>
        <translation>Aynı anda getirme</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Önbellek</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Veritabanı</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Pause between fetches</source>
        <translation>Getirmeler arasındaki ara</translation>
    </message>
    <message>
        <source>Seconds in the cache</source>
        <translation>Önbellekte kalma (saniye)</translation>
    </message>
    <message>
        <source>Megabytes in memory</source>
        <translation>Bellekte megabayt</translation>
    </message>
    <message>
        <source>Days until fetched anew</source>
        <translation>Yeniden getirilene dek gün</translation>
    </message>
    <message>
        <source>Megabytes of raw pages</source>
        <translation>Ham sayfa megabaytı</translation>
    </message>
    <message>
        <source>Days of raw pages</source>
        <translation>Ham sayfa günü</translation>
    </message>
    <message>
        <source>Most live clients</source>
        <translation>En çok canlı istemci</translation>
    </message>
    <message>
        <source>Old live clients</source>
        <translation>Eski canlı istemciler</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Gizli bilgiler</translation>
    </message>
    <message>
        <source>Where secrets live</source>
        <translation>Gizli bilgilerin yeri</translation>
    </message>
    <message>
        <source>Passphrase file</source>
        <translation>Parola dosyası</translation>
    </message>
    <message>
        <source>Keychain of this computer</source>
        <translation>Bu bilgisayarın anahtarlığı</translation>
    </message>
    <message>
        <source>Vault under a passphrase</source>
        <translation>Parolalı kasa</translation>
    </message>
    <message>
        <source>Memory, until Kule ends</source>
        <translation>Bellek, Kule kapanana kadar</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ortam değişkenleri</translation>
    </message>
    <message>
        <source>Bots</source>
        <translation>Botlar</translation>
    </message>
    <message>
        <source>Telegram&apos;s Bot API</source>
        <translation>Telegram Bot API adresi</translation>
    </message>
    <message>
        <source>Password of the cache</source>
        <translation>Önbelleğin parolası</translation>
    </message>
    <message>
        <source>Password of the database</source>
        <translation>Veritabanının parolası</translation>
    </message>
    <message>
        <source>Address for Telegram</source>
        <translation>Telegram için adres</translation>
    </message>
    <message>
        <source>Heroku&apos;s Platform API</source>
        <translation>Heroku Platform API</translation>
    </message>
    <message>
        <source>Notices in the tray</source>
        <translation>Bildirim alanında uyarılar</translation>
    </message>
</context>
<context>
    <name>StoredModel</name>
    <message>
        <source>partial</source>
        <translation>eksik</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>tam</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Yıl</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Yaş sınırı</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numara</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Alanlar</translation>
    </message>
    <message>
        <source>Page fetched</source>
        <translation>Sayfanın alınışı</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Değişiklik</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Eksik: %1</translation>
    </message>
</context>
<context>
    <name>SubscriptionsModel</name>
    <message>
        <source>subscribed</source>
        <translation>abone</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>bitti</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Sohbet</translation>
    </message>
    <message>
        <source>Chat id</source>
        <translation>Sohbet kimliği</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Ne zamandan beri</translation>
    </message>
    <message>
        <source>Subscribed by</source>
        <translation>Abone eden</translation>
    </message>
    <message>
        <source>(without a name)</source>
        <translation>(adsız)</translation>
    </message>
</context>
<context>
    <name>TitleWords</name>
    <message>
        <source>page</source>
        <translation>sayfa</translation>
    </message>
    <message>
        <source>database</source>
        <translation>veritabanı</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>önbellek</translation>
    </message>
    <message>
        <source>structured data (JSON-LD)</source>
        <translation>yapılandırılmış veri (JSON-LD)</translation>
    </message>
    <message>
        <source>markup of the old page</source>
        <translation>eski sayfanın işaretlemesi</translation>
    </message>
    <message>
        <source>markup of the new page</source>
        <translation>yeni sayfanın işaretlemesi</translation>
    </message>
    <message>
        <source>meta tags</source>
        <translation>meta etiketleri</translation>
    </message>
    <message>
        <source>Correct the line and give it again: https://www.netflix.com/tr/title/ and a number.</source>
        <translation>Satırı düzeltip yeniden verin: https://www.netflix.com/tr/title/ ve bir numara.</translation>
    </message>
    <message>
        <source>No such title is there any more. Compare the number with the page in a browser.</source>
        <translation>Böyle bir başlık artık yok. Numarayı tarayıcıdaki sayfayla karşılaştırın.</translation>
    </message>
    <message>
        <source>This region does not show the title. Ask with another locale in the url, or from another network.</source>
        <translation>Bu bölgede başlık gösterilmiyor. Adreste başka bir yerel ayarla ya da başka bir ağdan isteyin.</translation>
    </message>
    <message>
        <source>Too many pages were asked for. Wait some minutes, set a slower pace, then try again.</source>
        <translation>Çok fazla sayfa istendi. Birkaç dakika bekleyin, hızı düşürün, sonra yeniden deneyin.</translation>
    </message>
    <message>
        <source>The page did not come. Look whether it opens in a browser, then try again.</source>
        <translation>Sayfa gelmedi. Tarayıcıda açılıp açılmadığına bakın, sonra yeniden deneyin.</translation>
    </message>
    <message>
        <source>Nothing could be read off the page; it is kept. Its look may have changed: after an update of Kule, read it again.</source>
        <translation>Sayfadan bir şey okunamadı; sayfa saklandı. Yapısı değişmiş olabilir: Kule&apos;yi güncelledikten sonra yeniden okuyun.</translation>
    </message>
    <message>
        <source>Something here failed, mostly the database. The job&apos;s log says what; what was fetched is kept.</source>
        <translation>Burada bir şey başarısız oldu, çoğunlukla veritabanı. Ne olduğunu işin kaydı söyler; getirilenler saklandı.</translation>
    </message>
    <message>
        <source>running</source>
        <translation>çalışıyor</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>başarılı</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>başarısız</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>iptal edildi</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>bekliyor</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>durduruluyor…</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>durduruldu</translation>
    </message>
    <message>
        <source>partly failed</source>
        <translation>kısmen başarısız</translation>
    </message>
    <message numerus="yes">
        <source>%n title(s)</source>
        <translation>
            <numerusform>%n başlık</numerusform>
        </translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Yıl</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>Konu</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Türler</translation>
    </message>
    <message>
        <source>Cast</source>
        <translation>Oyuncular</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Görsel</translation>
    </message>
    <message>
        <source>%1: not on the page</source>
        <translation>%1: sayfada yok</translation>
    </message>
    <message>
        <source>%1: from the %2, of the page fetched %3 (%4)</source>
        <translation>%1: %2, %3 alınan sayfadan (%4)</translation>
    </message>
    <message>
        <source>The page could not be fetched: %1</source>
        <translation>Sayfa alınamadı: %1</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>just now</source>
        <translation>şimdi</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 sn önce</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>%1 sn sonra</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 dk önce</translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation>%1 dk sonra</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 sa önce</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation>%1 sa sonra</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>%1 gün önce</translation>
    </message>
    <message>
        <source>in %1 d</source>
        <translation>%1 gün sonra</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 sn</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 dk %2 sn</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 sa %2 dk</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%%1</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>bu pencere</translation>
    </message>
</context>
<context>
    <name>kule::ActivityDetail</name>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Kapat (Esc)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Ne zaman</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kim</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Nesne</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Ayrıntı</translation>
    </message>
    <message>
        <source>Word in the API</source>
        <translation>API’deki adı</translation>
    </message>
</context>
<context>
    <name>kule::ActivityPanel</name>
    <message>
        <source>Activity</source>
        <translation>Etkinlik</translation>
    </message>
    <message>
        <source>Filter: by:ci action:job since:1d words</source>
        <translation>Filtre: by:ci action:job since:1d kelimeler</translation>
    </message>
    <message>
        <source>Nothing has been done yet. Each job, key, setting and deletion is noted here, with who did it.</source>
        <translation>Henüz bir şey yapılmadı. Her iş, anahtar, ayar ve silme, kimin yaptığıyla birlikte burada yazılır.</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>Yeni iş</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Filtreye uyan kayıt yok.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filtreyi temizle</translation>
    </message>
</context>
<context>
    <name>kule::ApiPanel</name>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Yeni anahtar</translation>
    </message>
    <message>
        <source>Make an access key for a client (Ctrl+N)</source>
        <translation>Bir istemci için erişim anahtarı oluştur (Ctrl+N)</translation>
    </message>
    <message>
        <source>Open the documentation</source>
        <translation>Belgeleri aç</translation>
    </message>
    <message>
        <source>Open openapi.json</source>
        <translation>openapi.json dosyasını aç</translation>
    </message>
    <message>
        <source>Access keys</source>
        <translation>Erişim anahtarları</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>İstekler</translation>
    </message>
    <message>
        <source>Callbacks</source>
        <translation>Geri çağrılar</translation>
    </message>
    <message>
        <source>Parts of the API</source>
        <translation>API bölümleri</translation>
    </message>
</context>
<context>
    <name>kule::ArgumentsView</name>
    <message>
        <source>Arguments</source>
        <translation>Argümanlar</translation>
    </message>
    <message>
        <source>Named arguments</source>
        <translation>Adlı argümanlar</translation>
    </message>
</context>
<context>
    <name>kule::BackdropView</name>
    <message>
        <source>The page shows no picture</source>
        <translation>Sayfada görsel yok</translation>
    </message>
    <message>
        <source>The picture is coming…</source>
        <translation>Görsel geliyor…</translation>
    </message>
</context>
<context>
    <name>kule::BatchView</name>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Tarayıcıda aç</translation>
    </message>
    <message>
        <source>Set the pace</source>
        <translation>Hızı ayarla</translation>
    </message>
    <message>
        <source>Open the job</source>
        <translation>İşi aç</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>Düzelt</translation>
    </message>
    <message>
        <source>Address copied</source>
        <translation>Adres kopyalandı</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 / %2 bitti</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 başarısız</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 çalışıyor</translation>
    </message>
    <message>
        <source>From the pages, whatever is stored</source>
        <translation>Saklananlara bakmadan sayfalardan</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Durdur</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Sürdür</translation>
    </message>
    <message numerus="yes">
        <source>Retry %n failed</source>
        <translation>
            <numerusform>%n başarısızı yeniden dene</numerusform>
        </translation>
    </message>
    <message>
        <source>What runs goes on to its end, the rest waits</source>
        <translation>Çalışanlar sonuna kadar sürer, kalanlar bekler</translation>
    </message>
    <message>
        <source>What waits, and what failed once more</source>
        <translation>Bekleyenler ve bir kez daha başarısız olanlar</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Yeniden bak</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Kapat (Esc)</translation>
    </message>
    <message>
        <source>How far the batch is</source>
        <translation>Kazımanın ilerlemesi</translation>
    </message>
    <message>
        <source>Titles of the batch</source>
        <translation>Kazımanın başlıkları</translation>
    </message>
    <message>
        <source>Open the title</source>
        <translation>Başlığı aç</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresi kopyala</translation>
    </message>
    <message>
        <source>The title waits until the batch is resumed</source>
        <translation>Başlık, kazıma sürdürülene kadar bekler</translation>
    </message>
</context>
<context>
    <name>kule::BotAlarm</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>ve %Ln bot daha</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bot(s) need you</source>
        <translation>
            <numerusform>%Ln bot sizi bekliyor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::BotDeeds</name>
    <message>
        <source>Delete the bot %1?</source>
        <translation>%1 botu silinsin mi?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln bot(s)?</source>
        <translation>
            <numerusform>%Ln bot silinsin mi?</numerusform>
        </translation>
    </message>
    <message>
        <source>Its token, its subscriptions and the record of what it sent go with it. This cannot be undone. The bot on Telegram itself stays.</source>
        <translation>Belirteci, abonelikleri ve gönderdiklerinin kaydı da silinir. Bu geri alınamaz. Telegram’daki botun kendisi kalır.</translation>
    </message>
    <message>
        <source>Delete bot</source>
        <translation>Botu sil</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln bot(s)</source>
        <translation>
            <numerusform>%Ln botu sil</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Başlat</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Durdur</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Yeniden başlat</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Sil…</translation>
    </message>
</context>
<context>
    <name>kule::BotDetailView</name>
    <message>
        <source>Load again</source>
        <translation>Yeniden yükle</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopyalandı: %1</translation>
    </message>
    <message>
        <source>Copied as curl</source>
        <translation>curl komutu kopyalandı</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Durdur</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Başlat</translation>
    </message>
    <message>
        <source>Stop the bot</source>
        <translation>Botu durdur</translation>
    </message>
    <message>
        <source>Start the bot</source>
        <translation>Botu başlat</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1?</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Diğer işlemler</translation>
    </message>
    <message>
        <source>Settings of the bot…</source>
        <translation>Botun ayarları…</translation>
    </message>
    <message>
        <source>Replace token…</source>
        <translation>Belirteci değiştir…</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Kimliği kopyala</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>curl olarak kopyala</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Genel bakış</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Metinler</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kaynak</translation>
    </message>
    <message>
        <source>Sent messages</source>
        <translation>Gönderilenler</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonelikler</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Kayıt</translation>
    </message>
    <message>
        <source>Parts of the bot</source>
        <translation>Botun bölümleri</translation>
    </message>
    <message>
        <source>Being done…</source>
        <translation>Yapılıyor…</translation>
    </message>
    <message>
        <source>To the app</source>
        <translation>Uygulamaya git</translation>
    </message>
</context>
<context>
    <name>kule::BotForm</name>
    <message>
        <source>Settings of %1</source>
        <translation>%1 ayarları</translation>
    </message>
    <message>
        <source>New bot</source>
        <translation>Yeni bot</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>as you call it, such as tanitim</source>
        <translation>sizin verdiğiniz ad, örneğin tanitim</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Ne yapar</translation>
    </message>
    <message>
        <source>What it runs</source>
        <translation>Ne çalıştırır</translation>
    </message>
    <message>
        <source>Where announcements come from</source>
        <translation>Duyurular nereden gelir</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Belirteç</translation>
    </message>
    <message>
        <source>How messages come</source>
        <translation>İletiler nasıl gelir</translation>
    </message>
    <message>
        <source>dev – long polling</source>
        <translation>dev – long polling</translation>
    </message>
    <message>
        <source>prod – webhook</source>
        <translation>prod – webhook</translation>
    </message>
    <message>
        <source>Restart on schedule</source>
        <translation>Zamanlanmış yeniden başlatma</translation>
    </message>
    <message>
        <source>Chats at once</source>
        <translation>Aynı anda sohbet</translation>
    </message>
    <message>
        <source>How many chats it answers at the same time. Within one chat the order is always kept.</source>
        <translation>Aynı anda kaç sohbete yanıt verdiği. Bir sohbetin içindeki sıra her zaman korunur.</translation>
    </message>
    <message>
        <source>Start it now</source>
        <translation>Hemen başlat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>Add bot</source>
        <translation>Bot ekle</translation>
    </message>
</context>
<context>
    <name>kule::BotOverview</name>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Ne zamandan beri</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Neden</translation>
    </message>
    <message>
        <source>On Telegram</source>
        <translation>Telegram’da</translation>
    </message>
    <message>
        <source>not known before its first start</source>
        <translation>ilk başlatmadan önce bilinmez</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Kip</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Son ileti</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>henüz yok</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Yeniden başlatma</translation>
    </message>
    <message>
        <source>Since a person started it last</source>
        <translation>Biri onu son başlattığından beri</translation>
    </message>
    <message>
        <source>Next restart</source>
        <translation>Sıradaki yeniden başlatma</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>yok</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Eklendi</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kimlik</translation>
    </message>
    <message>
        <source>Stop making it</source>
        <translation>Hazırlamayı durdur</translation>
    </message>
    <message>
        <source>Make one</source>
        <translation>Hazırla</translation>
    </message>
    <message>
        <source>Make it anew</source>
        <translation>Yeniden hazırla</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Virtual environment</source>
        <translation>Sanal ortam</translation>
    </message>
    <message>
        <source>A folder of its own with what requirements.txt names; its output stands in the log</source>
        <translation>requirements.txt’de yazanların kurulduğu ayrı bir klasör; çıktısı kayıttadır</translation>
    </message>
    <message>
        <source>Chats at once</source>
        <translation>Aynı anda sohbet</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Uygula</translation>
    </message>
    <message>
        <source>Apply the number of chats at once</source>
        <translation>Aynı anda sohbet sayısını uygula</translation>
    </message>
    <message>
        <source>Since this window was opened</source>
        <translation>Bu pencere açıldığından beri</translation>
    </message>
    <message>
        <source>What became of the bot</source>
        <translation>Botun başından geçenler</translation>
    </message>
    <message>
        <source>Per minute</source>
        <translation>Dakikada</translation>
    </message>
    <message>
        <source>Messages and other updates received within the last minute</source>
        <translation>Son bir dakikada gelen iletiler ve öteki güncellemeler</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Gecikme</translation>
    </message>
    <message>
        <source>How long people wait for a reply, the median of the last ten minutes</source>
        <translation>İnsanların yanıtı ne kadar beklediği; son on dakikanın ortancası</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Hatalar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln within the last hour</source>
        <translation>
            <numerusform>son bir saatte %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>none within the last hour</source>
        <translation>son bir saatte yok</translation>
    </message>
</context>
<context>
    <name>kule::BotReason</name>
    <message>
        <source>It ended without saying why.</source>
        <translation>Nedenini söylemeden sona erdi.</translation>
    </message>
    <message>
        <source>Enter a new token…</source>
        <translation>Yeni belirteç gir…</translation>
    </message>
    <message>
        <source>To the secrets</source>
        <translation>Gizli bilgilere git</translation>
    </message>
    <message>
        <source>Its settings…</source>
        <translation>Ayarları…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Şimdi dene</translation>
    </message>
</context>
<context>
    <name>kule::BotsPanel</name>
    <message>
        <source>Bots</source>
        <translation>Botlar</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Bu bilgisayarda</translation>
    </message>
    <message>
        <source>On Heroku</source>
        <translation>Heroku’da</translation>
    </message>
    <message>
        <source>Where the bots run</source>
        <translation>Botların çalıştığı yer</translation>
    </message>
    <message>
        <source>Add bot</source>
        <translation>Bot ekle</translation>
    </message>
    <message>
        <source>Add bot (%1)</source>
        <translation>Bot ekle (%1)</translation>
    </message>
</context>
<context>
    <name>kule::BotsTab</name>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Yeniden yükle</translation>
    </message>
    <message>
        <source>Import a Procfile…</source>
        <translation>Procfile içe aktar…</translation>
    </message>
    <message>
        <source>Import a Procfile</source>
        <translation>Procfile içe aktar</translation>
    </message>
    <message>
        <source>See what runs on Heroku</source>
        <translation>Heroku’da çalışanları gör</translation>
    </message>
    <message>
        <source>Settings of the bot…</source>
        <translation>Botun ayarları…</translation>
    </message>
    <message>
        <source>Chats at once…</source>
        <translation>Aynı anda sohbet…</translation>
    </message>
    <message>
        <source>Filter: state:trouble kind:introduction words</source>
        <translation>Süz: state:trouble kind:introduction sözcükler</translation>
    </message>
    <message>
        <source>Filter the bots</source>
        <translation>Botları süz</translation>
    </message>
    <message>
        <source>Bots</source>
        <translation>Botlar</translation>
    </message>
    <message>
        <source>No bot yet. Make one with @BotFather on Telegram, then enter its token here: Kule keeps it running.</source>
        <translation>Henüz bot yok. Telegram’da @BotFather ile bir bot oluşturun, belirtecini buraya girin: Kule onu ayakta tutar.</translation>
    </message>
    <message>
        <source>Add bot</source>
        <translation>Bot ekle</translation>
    </message>
    <message>
        <source>No bot matches the filter.</source>
        <translation>Süzgece uyan bot yok.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Süzgeci temizle</translation>
    </message>
</context>
<context>
    <name>kule::CallbackView</name>
    <message>
        <source>Try</source>
        <translation>Deneme</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zaman</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Yanıt</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Süre</translation>
    </message>
    <message>
        <source>Tries to deliver the callback</source>
        <translation>Geri çağrının gönderim denemeleri</translation>
    </message>
    <message>
        <source>Deliver again</source>
        <translation>Yeniden gönder</translation>
    </message>
    <message>
        <source>No callback goes out for this report: the job was asked for without a callback address.</source>
        <translation>Bu rapor için geri çağrı gönderilmez: iş, geri çağrı adresi verilmeden istendi.</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>bekliyor</translation>
    </message>
    <message>
        <source>Next try %1.</source>
        <translation>Sonraki deneme %1.</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>ulaştı</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>vazgeçildi</translation>
    </message>
    <message>
        <source>Nobody took it for 24 hours. Mend the receiver, then deliver it again.</source>
        <translation>24 saat boyunca kimse almadı. Alıcıyı düzeltin, sonra yeniden gönderin.</translation>
    </message>
</context>
<context>
    <name>kule::CallbacksTab</name>
    <message>
        <source>Waiting</source>
        <translation>Bekliyor</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Ulaştı</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Vazgeçildi</translation>
    </message>
    <message>
        <source>answered %1</source>
        <translation>yanıt %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>yanıt yok</translation>
    </message>
    <message>
        <source>%1. %2: %3, %4</source>
        <translation>%1. %2: %3, %4</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Deneme</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Oluşturuldu</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Sonraki deneme</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Not tried yet.</source>
        <translation>Henüz denenmedi.</translation>
    </message>
    <message>
        <source>Which callbacks</source>
        <translation>Hangi geri çağrılar</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Bütün durumlar</translation>
    </message>
    <message>
        <source>Callbacks</source>
        <translation>Geri çağrılar</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Yeniden gönder</translation>
    </message>
    <message>
        <source>Show job</source>
        <translation>İşi göster</translation>
    </message>
    <message>
        <source>No callback is waiting or was sent. A job that names a callback_url sends its fatal report there when it fails.</source>
        <translation>Bekleyen veya gönderilmiş geri çağrı yok. callback_url veren bir iş başarısız olunca hata raporu oraya gönderilir.</translation>
    </message>
</context>
<context>
    <name>kule::CodeView</name>
    <message>
        <source>Copy: %1</source>
        <translation>Kopyala: %1</translation>
    </message>
</context>
<context>
    <name>kule::Confirm</name>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
</context>
<context>
    <name>kule::CopyButton</name>
    <message>
        <source>Copy</source>
        <translation>Kopyala</translation>
    </message>
</context>
<context>
    <name>kule::DeliveriesTab</name>
    <message>
        <source>There is nothing to decide about what is chosen.</source>
        <translation>Seçilenler için verilecek bir karar yok.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen to decide on</source>
        <translation>
            <numerusform>karar bekleyen %Ln ileti seçildi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln message(s) again?</source>
        <translation>
            <numerusform>%Ln ileti yeniden gönderilsin mi?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody knows whether %Ln of them arrived. Where it did, people get it twice.</source>
        <translation>
            <numerusform>%Ln iletinin ulaşıp ulaşmadığı bilinmiyor. Ulaştıysa insanlara ikinci kez gider.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln message(s)</source>
        <translation>
            <numerusform>%Ln iletiyi gönder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %Ln message(s) as sent?</source>
        <translation>
            <numerusform>%Ln ileti gönderildi sayılsın mı?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are not sent again. This cannot be undone.</source>
        <translation>Bir daha gönderilmezler. Bu geri alınamaz.</translation>
    </message>
    <message numerus="yes">
        <source>Mark %Ln as sent</source>
        <translation>
            <numerusform>%Ln iletiyi gönderildi say</numerusform>
        </translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Yeniden yükle</translation>
    </message>
    <message>
        <source>Which messages</source>
        <translation>Hangi iletiler</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Bütün iletiler</translation>
    </message>
    <message>
        <source>Load again (F5)</source>
        <translation>Yeniden yükle (F5)</translation>
    </message>
    <message>
        <source>What the bot sent</source>
        <translation>Botun gönderdikleri</translation>
    </message>
    <message>
        <source>The chosen message</source>
        <translation>Seçilen ileti</translation>
    </message>
    <message>
        <source>This bot has sent nothing yet. Write to it on Telegram, and its answer stands here.</source>
        <translation>Bu bot henüz bir şey göndermedi. Telegram’da ona yazın, yanıtı burada görünür.</translation>
    </message>
    <message>
        <source>No message is in this state.</source>
        <translation>Bu durumda ileti yok.</translation>
    </message>
    <message>
        <source>Show all messages</source>
        <translation>Bütün iletileri göster</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Yeniden gönder</translation>
    </message>
    <message>
        <source>Mark as sent</source>
        <translation>Gönderildi say</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Göndermekten vazgeç</translation>
    </message>
    <message>
        <source>Puts it into the queue again</source>
        <translation>Yeniden kuyruğa koyar</translation>
    </message>
    <message>
        <source>It did arrive; it is not sent again</source>
        <translation>İleti ulaştı; bir daha gönderilmez</translation>
    </message>
    <message>
        <source>It is not to be sent; it stays in the record as not sent</source>
        <translation>Gönderilmeyecek; kayıtta gönderilmedi olarak kalır</translation>
    </message>
</context>
<context>
    <name>kule::DetailView</name>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Kapat (Esc)</translation>
    </message>
</context>
<context>
    <name>kule::EmptyState</name>
    <message>
        <source>Copy command</source>
        <translation>Komutu kopyala</translation>
    </message>
</context>
<context>
    <name>kule::ErrorStrip</name>
    <message>
        <source>Copy error</source>
        <translation>Hatayı kopyala</translation>
    </message>
</context>
<context>
    <name>kule::ExportActions</name>
    <message>
        <source>Writing %1: %2 of %3</source>
        <translation>%1 yazılıyor: %2 / %3</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Dışa aktar</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 yazılıyor</translation>
    </message>
    <message>
        <source>%1 is written</source>
        <translation>%1 yazıldı</translation>
    </message>
    <message>
        <source>Stopped; no file was written</source>
        <translation>Durduruldu; dosya yazılmadı</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>CSV olarak dışa aktar…</translation>
    </message>
    <message>
        <source>Export as CSV for Excel…</source>
        <translation>Excel için CSV olarak dışa aktar…</translation>
    </message>
    <message>
        <source>Export as JSON Lines…</source>
        <translation>JSON Lines olarak dışa aktar…</translation>
    </message>
</context>
<context>
    <name>kule::FatalDeletion</name>
    <message numerus="yes">
        <source>Delete %Ln report(s)?</source>
        <translation>
            <numerusform>%Ln rapor silinsin mi?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln report(s)</source>
        <translation>
            <numerusform>%Ln raporu sil</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln report(s) deleted</source>
        <translation>
            <numerusform>%Ln rapor silindi</numerusform>
        </translation>
    </message>
    <message>
        <source>All reports leave the fatals folder. You can take it back for ten minutes.</source>
        <translation>Bütün raporlar fatals klasöründen çıkar. On dakika boyunca geri alabilirsiniz.</translation>
    </message>
    <message>
        <source>All that the filter “%1” shows leave the fatals folder. You can take it back for ten minutes.</source>
        <translation>“%1” filtresinin gösterdiği her rapor fatals klasöründen çıkar. On dakika boyunca geri alabilirsiniz.</translation>
    </message>
    <message numerus="yes">
        <source>Take back the deletion of %Ln report(s)</source>
        <translation>
            <numerusform>%Ln raporun silinmesini geri al</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Geri al</translation>
    </message>
    <message numerus="yes">
        <source>%Ln report(s) came back</source>
        <translation>
            <numerusform>%Ln rapor geri geldi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::FatalDetailView</name>
    <message>
        <source>Report copied as Markdown</source>
        <translation>Rapor Markdown olarak kopyalandı</translation>
    </message>
    <message>
        <source>File name copied</source>
        <translation>Dosya adı kopyalandı</translation>
    </message>
    <message>
        <source>The file holds JSON, but no report. It stays as it is until you delete it.</source>
        <translation>Dosyada JSON var ama rapor değil. Siz silene kadar olduğu gibi kalır.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>The file has %1. Its text is left untouched; jobs and callbacks are not affected.</source>
        <translation>Dosyanın boyutu %1. Metnine dokunulmaz; işler ve geri çağrılar etkilenmez.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Dosya</translation>
    </message>
    <message>
        <source>Process id</source>
        <translation>İşlem kimliği</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zaman</translation>
    </message>
    <message>
        <source>Ran for</source>
        <translation>Çalışma süresi</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Deneme</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Sinyal</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>Çıkış kodu</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Traceback</source>
        <translation>Hata izi</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Hata zinciri</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argümanlar</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Kayıt</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Callback</source>
        <translation>Geri çağrı</translation>
    </message>
    <message>
        <source>Parts of the report</source>
        <translation>Raporun bölümleri</translation>
    </message>
    <message>
        <source>Open job</source>
        <translation>İşi aç</translation>
    </message>
    <message>
        <source>Open the job of this report</source>
        <translation>Bu raporun işini aç</translation>
    </message>
    <message>
        <source>Run again with the file as it is now</source>
        <translation>Dosyanın şimdiki haliyle yeniden çalıştır</translation>
    </message>
    <message>
        <source>Run again with the same code</source>
        <translation>Aynı kodla yeniden çalıştır</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Markdown olarak kopyala</translation>
    </message>
    <message>
        <source>Copy file name</source>
        <translation>Dosya adını kopyala</translation>
    </message>
    <message>
        <source>Delete report…</source>
        <translation>Raporu sil…</translation>
    </message>
    <message>
        <source>More actions for this report</source>
        <translation>Bu rapor için başka işlemler</translation>
    </message>
    <message>
        <source>Exceptions that led to this one</source>
        <translation>Bu hataya götüren hatalar</translation>
    </message>
    <message>
        <source>Last lines of the log</source>
        <translation>Kaydın son satırları</translation>
    </message>
    <message>
        <source>The report as JSON</source>
        <translation>JSON olarak rapor</translation>
    </message>
</context>
<context>
    <name>kule::FatalsPanel</name>
    <message>
        <source>Delete what the filter shows (%1)…</source>
        <translation>Filtrenin gösterdiklerini sil (%1)…</translation>
    </message>
    <message>
        <source>Delete all reports (%1)…</source>
        <translation>Bütün raporları sil (%1)…</translation>
    </message>
    <message>
        <source>%1 · %2. %3</source>
        <translation>%1 · %2. %3</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Yeniden yükle</translation>
    </message>
    <message>
        <source>Fatals</source>
        <translation>Ölümcül hatalar</translation>
    </message>
    <message>
        <source>Filter: type:ValueError file:report words</source>
        <translation>Filtre: type:ValueError file:report kelimeler</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupla</translation>
    </message>
    <message>
        <source>Group equal reports</source>
        <translation>Eş raporları grupla</translation>
    </message>
    <message>
        <source>Group reports with the same exception type and own frames</source>
        <translation>Hata türü ve kendi kod satırları aynı olan raporları grupla</translation>
    </message>
    <message>
        <source>Show all groups</source>
        <translation>Bütün grupları göster</translation>
    </message>
    <message>
        <source>Show all groups (Esc)</source>
        <translation>Bütün grupları göster (Esc)</translation>
    </message>
    <message>
        <source>Fatal reports</source>
        <translation>Ölümcül hata raporları</translation>
    </message>
    <message>
        <source>Groups of fatal reports</source>
        <translation>Ölümcül hata raporlarının grupları</translation>
    </message>
    <message>
        <source>No job has failed. A report appears here as soon as one does.</source>
        <translation>Başarısız olan iş yok. Olduğu anda raporu burada görünür.</translation>
    </message>
    <message>
        <source>Go to the jobs</source>
        <translation>İşlere git</translation>
    </message>
    <message>
        <source>No report matches the filter.</source>
        <translation>Filtreyle eşleşen rapor yok.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filtreyi temizle</translation>
    </message>
    <message>
        <source>Delete selected reports</source>
        <translation>Seçili raporları sil</translation>
    </message>
</context>
<context>
    <name>kule::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>Filtrele</translation>
    </message>
</context>
<context>
    <name>kule::HealthCard</name>
    <message>
        <source>Look again</source>
        <translation>Yeniden denetle</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Veri klasörü</translation>
    </message>
    <message>
        <source>Copy the data folder&apos;s path</source>
        <translation>Veri klasörünün yolunu kopyala</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aç</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Veri klasörünü aç</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Denetleniyor…</translation>
    </message>
    <message>
        <source>Not usable</source>
        <translation>Kullanılamıyor</translation>
    </message>
    <message>
        <source>Warming up</source>
        <translation>Hazırlanıyor</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Hazır</translation>
    </message>
    <message>
        <source>selenium installed</source>
        <translation>selenium kurulu</translation>
    </message>
    <message>
        <source>selenium not installed</source>
        <translation>selenium kurulu değil</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln warm worker(s), %2</source>
        <translation>
            <numerusform>%1, %Ln hazır işçi, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::HerokuAppView</name>
    <message>
        <source>up</source>
        <translation>ayakta</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>başlıyor</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>çöktü</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>boşta</translation>
    </message>
    <message>
        <source>down</source>
        <translation>kapalı</translation>
    </message>
    <message>
        <source>Process type</source>
        <translation>Süreç türü</translation>
    </message>
    <message>
        <source>Dynos</source>
        <translation>Dynolar</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Boy</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Komut</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Dyno</source>
        <translation>Dyno</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Başladı</translation>
    </message>
    <message>
        <source>Daily restart by Heroku</source>
        <translation>Heroku’nun günlük yeniden başlatması</translation>
    </message>
    <message>
        <source>Scale %1 to %2</source>
        <translation>%1 sayısını %2 yap</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1: durdur</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>%1: yeniden başlat</translation>
    </message>
    <message>
        <source>Restart all dynos</source>
        <translation>Bütün dynoları yeniden başlat</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Diğer işlemler</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Yeniden bak</translation>
    </message>
    <message>
        <source>Scale…</source>
        <translation>Sayıyı değiştir…</translation>
    </message>
    <message>
        <source>Restart…</source>
        <translation>Yeniden başlat…</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>Durdur…</translation>
    </message>
    <message>
        <source>Restart the dyno…</source>
        <translation>Dynoyu yeniden başlat…</translation>
    </message>
    <message>
        <source>Restart all…</source>
        <translation>Hepsini yeniden başlat…</translation>
    </message>
    <message>
        <source>Every day, as before</source>
        <translation>Eskisi gibi her gün</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Yeniden yükle</translation>
    </message>
    <message>
        <source>Sets the number of its dynos to 0</source>
        <translation>Dyno sayısını 0 yapar</translation>
    </message>
    <message>
        <source>Restart the process type…</source>
        <translation>Süreç türünü yeniden başlat…</translation>
    </message>
    <message>
        <source>What it is meant to run</source>
        <translation>Çalıştırması istenen</translation>
    </message>
    <message>
        <source>What runs</source>
        <translation>Çalışan</translation>
    </message>
    <message>
        <source>Number of dynos</source>
        <translation>Dyno sayısı</translation>
    </message>
    <message>
        <source>Heroku restarts each dyno once a day, at a moment of its own. Restart it at a quiet hour, and that moment comes then.</source>
        <translation>Heroku her dynoyu günde bir kez, kendi seçtiği bir anda yeniden başlatır. Sakin bir saatte yeniden başlatırsanız o an da o saate gelir.</translation>
    </message>
    <message>
        <source>What is restarted</source>
        <translation>Yeniden başlatılan</translation>
    </message>
    <message>
        <source>Last lines of the app&apos;s log</source>
        <translation>Uygulama kaydının son satırları</translation>
    </message>
    <message>
        <source>Replace token…</source>
        <translation>Belirteci değiştir…</translation>
    </message>
    <message>
        <source>Remove from this list…</source>
        <translation>Bu listeden çıkar…</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zamanlama</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Kayıt</translation>
    </message>
    <message>
        <source>Parts of the app</source>
        <translation>Uygulamanın bölümleri</translation>
    </message>
    <message>
        <source>Enter a new token…</source>
        <translation>Yeni belirteç gir…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dyno(s) crashed</source>
        <translation>
            <numerusform>%Ln dyno çöktü</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dyno(s) up</source>
        <translation>
            <numerusform>%Ln dyno ayakta</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing runs</source>
        <translation>çalışan yok</translation>
    </message>
    <message>
        <source>%1 requests left in this hour</source>
        <translation>bu saat için %1 istek kaldı</translation>
    </message>
    <message>
        <source>Heroku wants no request before %1</source>
        <translation>Heroku %1 öncesinde istek istemiyor</translation>
    </message>
    <message>
        <source>given by the environment</source>
        <translation>ortamdan geliyor</translation>
    </message>
    <message>
        <source>all process types</source>
        <translation>bütün süreç türleri</translation>
    </message>
    <message>
        <source>Last on schedule, %1: %2</source>
        <translation>Zamanlamayla son kez, %1: %2</translation>
    </message>
    <message>
        <source>It is not restarted on schedule any more.</source>
        <translation>Artık zamanlamayla yeniden başlatılmıyor.</translation>
    </message>
    <message>
        <source>The restart times are saved.</source>
        <translation>Yeniden başlatma zamanları kaydedildi.</translation>
    </message>
    <message>
        <source>Heroku has no line of it.</source>
        <translation>Heroku’da kayıt satırı yok.</translation>
    </message>
    <message>
        <source>The newest lines; there were more.</source>
        <translation>En yeni satırlar; daha fazlası vardı.</translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln line(s).</source>
        <translation>
            <numerusform>Son %Ln satır.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1 from this list?</source>
        <translation>%1 bu listeden çıkarılsın mı?</translation>
    </message>
    <message>
        <source>Kule forgets its token and its restart times. On Heroku nothing changes.</source>
        <translation>Kule belirtecini ve yeniden başlatma zamanlarını unutur. Heroku’da bir şey değişmez.</translation>
    </message>
    <message>
        <source>Remove app</source>
        <translation>Uygulamayı çıkar</translation>
    </message>
    <message>
        <source>asking Heroku…</source>
        <translation>Heroku’ya soruluyor…</translation>
    </message>
    <message>
        <source>%1 on %2?</source>
        <translation>%2 · %1?</translation>
    </message>
</context>
<context>
    <name>kule::HerokuTab</name>
    <message>
        <source>App</source>
        <translation>Uygulama</translation>
    </message>
    <message>
        <source>Next restart</source>
        <translation>Sıradaki yeniden başlatma</translation>
    </message>
    <message>
        <source>Requests left</source>
        <translation>Kalan istek</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Add app</source>
        <translation>Uygulama ekle</translation>
    </message>
    <message>
        <source>Add an app of Heroku</source>
        <translation>Heroku uygulaması ekle</translation>
    </message>
    <message>
        <source>Apps on Heroku</source>
        <translation>Heroku uygulamaları</translation>
    </message>
    <message>
        <source>Bots that still run on Heroku can be seen, scaled, restarted and stopped from here. Add the app with a token of its account.</source>
        <translation>Hâlâ Heroku’da çalışan botlar buradan görülür, çoğaltılır, yeniden başlatılır ve durdurulur. Uygulamayı hesabının bir belirteciyle ekleyin.</translation>
    </message>
    <message>
        <source>App on Heroku</source>
        <translation>Heroku uygulaması</translation>
    </message>
    <message>
        <source>Name of the app</source>
        <translation>Uygulamanın adı</translation>
    </message>
    <message>
        <source>as in my-bots.herokuapp.com: my-bots</source>
        <translation>my-bots.herokuapp.com için: my-bots</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Belirteç</translation>
    </message>
    <message>
        <source>Token of Heroku</source>
        <translation>Heroku belirteci</translation>
    </message>
    <message>
        <source>“heroku authorizations:create” makes one. It is kept where secrets live and never shown again.</source>
        <translation>“heroku authorizations:create” ile alınır. Gizli bilgilerin yanında saklanır ve bir daha gösterilmez.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Sakla</translation>
    </message>
</context>
<context>
    <name>kule::HistoryView</name>
    <message>
        <source>nothing</source>
        <translation>yok</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Ne zaman</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Alan</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Önce</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sonra</translation>
    </message>
    <message>
        <source>What changed in the title</source>
        <translation>Başlıkta ne değişti</translation>
    </message>
    <message>
        <source>Nothing has changed in this title since it was first read.</source>
        <translation>İlk okunduğundan beri bu başlıkta bir şey değişmedi.</translation>
    </message>
    <message>
        <source>the stored page was read again</source>
        <translation>saklanan sayfa yeniden okundu</translation>
    </message>
    <message>
        <source>the page was fetched</source>
        <translation>sayfa getirildi</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>kule::HourCard</name>
    <message>
        <source>Hour</source>
        <translation>Saat</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Başarılı</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Başarısız</translation>
    </message>
    <message>
        <source>Jobs by the hour</source>
        <translation>Saat saat işler</translation>
    </message>
    <message>
        <source>Succeeded, upwards</source>
        <translation>Başarılı, yukarı</translation>
    </message>
    <message>
        <source>Failed, downwards</source>
        <translation>Başarısız, aşağı</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Tablo olarak göster</translation>
    </message>
    <message>
        <source>Jobs that ended in the last 24 hours, by the hour</source>
        <translation>Son 24 saatte biten işler, saat saat</translation>
    </message>
</context>
<context>
    <name>kule::HourChart</name>
    <message>
        <source>%1 – %2: %3 succeeded, %4 failed</source>
        <translation>%1 – %2: %3 başarılı, %4 başarısız</translation>
    </message>
</context>
<context>
    <name>kule::IntroductionEditor</name>
    <message>
        <source>No text in this language yet; the other one stands in.</source>
        <translation>Bu dilde henüz metin yok; yerine öteki dil kullanılır.</translation>
    </message>
    <message>
        <source>After each answer</source>
        <translation>Her yanıttan sonra</translation>
    </message>
    <message>
        <source>Not saved. The texts were changed elsewhere meanwhile (version %1); saving replaces them.</source>
        <translation>Kaydedilmedi. Metinler bu arada başka yerde değişti (%1. sürüm); kaydederseniz onların yerine geçer.</translation>
    </message>
    <message>
        <source>Not saved yet. It is kept here until you save or discard it.</source>
        <translation>Henüz kaydedilmedi. Kaydedene ya da vazgeçene dek burada saklanır.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>%1. sürüm</translation>
    </message>
    <message>
        <source>Discard the changes?</source>
        <translation>Değişikliklerden vazgeçilsin mi?</translation>
    </message>
    <message>
        <source>The texts of %1 become again what is saved. What you typed is lost.</source>
        <translation>%1 metinleri kayıtlı haline döner. Yazdıklarınız kaybolur.</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Değişikliklerden vazgeç</translation>
    </message>
    <message>
        <source>Replace the texts by the sample?</source>
        <translation>Metinlerin yerine örnek konsun mu?</translation>
    </message>
    <message>
        <source>What you typed since the last saving is lost.</source>
        <translation>Son kayıttan beri yazdıklarınız kaybolur.</translation>
    </message>
    <message>
        <source>Load the sample</source>
        <translation>Örneği yükle</translation>
    </message>
    <message>
        <source>Language of the texts</source>
        <translation>Metinlerin dili</translation>
    </message>
    <message>
        <source>Load the sample…</source>
        <translation>Örneği yükle…</translation>
    </message>
    <message>
        <source>Load the sample texts</source>
        <translation>Örnek metinleri yükle</translation>
    </message>
    <message>
        <source>Start, help, about, web page and contacts, in Turkish and English</source>
        <translation>Başlangıç, yardım, hakkında, web sayfası ve iletişim; Türkçe ve İngilizce</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Komutlar</translation>
    </message>
    <message>
        <source>Whatever else people write is answered with /help.</source>
        <translation>Bunların dışında ne yazılırsa /help ile yanıtlanır.</translation>
    </message>
    <message>
        <source>Add a command</source>
        <translation>Komut ekle</translation>
    </message>
    <message>
        <source>Delete the command</source>
        <translation>Komutu sil</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Yukarı taşı</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Aşağı taşı</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Komut</translation>
    </message>
    <message>
        <source>In Telegram&apos;s menu</source>
        <translation>Telegram menüsünde</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Yanıt</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Soru</translation>
    </message>
    <message>
        <source>Button for yes</source>
        <translation>Evet düğmesi</translation>
    </message>
    <message>
        <source>Button for no</source>
        <translation>Hayır düğmesi</translation>
    </message>
    <message>
        <source>Answer to no</source>
        <translation>Hayır yanıtına karşılık</translation>
    </message>
    <message>
        <source>small letters, such as hakkinda</source>
        <translation>küçük harflerle, örneğin hakkinda</translation>
    </message>
    <message>
        <source>Asked after each answer. Yes leads to /help, no to the last words. Leave the question empty to ask nothing.</source>
        <translation>Her yanıttan sonra sorulur. Evet /help metnine, hayır son sözlere götürür. Hiç sorulmasın isterseniz soruyu boş bırakın.</translation>
    </message>
    <message>
        <source>Preview of the chat</source>
        <translation>Sohbet önizlemesi</translation>
    </message>
    <message>
        <source>Write to the bot, such as /start, and press Enter</source>
        <translation>Bota yazın (örneğin /start) ve Enter’a basın</translation>
    </message>
    <message>
        <source>Try the bot</source>
        <translation>Botu dene</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Vazgeç…</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>Değişikliklerden vazgeç</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>Save the texts</source>
        <translation>Metinleri kaydet</translation>
    </message>
    <message>
        <source>As people saw version %1</source>
        <translation>İnsanlar %1. sürümü böyle gördü</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Sürümler</translation>
    </message>
    <message>
        <source>Versions of the texts</source>
        <translation>Metinlerin sürümleri</translation>
    </message>
    <message>
        <source>Look at former texts, and go back to them</source>
        <translation>Eski metinlere bakın ve onlara dönün</translation>
    </message>
</context>
<context>
    <name>kule::ItemsModel</name>
    <message>
        <source>The page was fetched at %1</source>
        <translation>Sayfanın alındığı an: %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Aşama</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Kaynak</translation>
    </message>
    <message>
        <source>Page fetched</source>
        <translation>Sayfanın alınışı</translation>
    </message>
</context>
<context>
    <name>kule::JobAttemptsView</name>
    <message>
        <source>Enter opens the report %1</source>
        <translation>Enter, %1 raporunu açar</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Başlangıç</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Süre</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Kayıt</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Hata</translation>
    </message>
    <message>
        <source>Attempts of the job</source>
        <translation>İşin denemeleri</translation>
    </message>
</context>
<context>
    <name>kule::JobDetailView</name>
    <message>
        <source>Job id copied</source>
        <translation>İş kimliği kopyalandı</translation>
    </message>
    <message>
        <source>curl command copied</source>
        <translation>curl komutu kopyalandı</translation>
    </message>
    <message>
        <source>kule command copied</source>
        <translation>kule komutu kopyalandı</translation>
    </message>
    <message>
        <source>Python copied</source>
        <translation>Python kodu kopyalandı</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Ending… 10 s grace</source>
        <translation>Durduruluyor… 10 sn süresi var</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>İşi iptal et</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Yeniden çalıştır</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Olaylar</translation>
    </message>
    <message>
        <source>Events %1</source>
        <translation>Olaylar %1</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Genel bakış</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Kayıt</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argümanlar</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Denemeler</translation>
    </message>
    <message>
        <source>Parts of the job</source>
        <translation>İşin bölümleri</translation>
    </message>
    <message>
        <source>Run again with the file as it is now</source>
        <translation>Dosyanın şimdiki haliyle yeniden çalıştır</translation>
    </message>
    <message>
        <source>Run again with the same code</source>
        <translation>Aynı kodla yeniden çalıştır</translation>
    </message>
    <message>
        <source>Edit and run again…</source>
        <translation>Düzenle ve yeniden çalıştır…</translation>
    </message>
    <message>
        <source>Copy job id</source>
        <translation>İş kimliğini kopyala</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>curl olarak kopyala</translation>
    </message>
    <message>
        <source>Copy as kule command</source>
        <translation>kule komutu olarak kopyala</translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation>Python olarak kopyala</translation>
    </message>
    <message>
        <source>More actions for this job</source>
        <translation>Bu iş için başka işlemler</translation>
    </message>
</context>
<context>
    <name>kule::JobEventsView</name>
    <message>
        <source>sent to Pusher</source>
        <translation>Pusher&apos;a gönderildi</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>yolda</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>ulaşmadı</translation>
    </message>
    <message>
        <source>kept here</source>
        <translation>burada saklandı</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zaman</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Olay</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Gönderim</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Veri</translation>
    </message>
    <message>
        <source>Events of the job</source>
        <translation>İşin olayları</translation>
    </message>
    <message>
        <source>The script has not called safe_trigger.</source>
        <translation>Betik safe_trigger çağırmadı.</translation>
    </message>
</context>
<context>
    <name>kule::JobLogPane</name>
    <message>
        <source>Attempt %1, %2</source>
        <translation>Deneme %1, %2</translation>
    </message>
    <message>
        <source>Attempt whose log is shown</source>
        <translation>Kaydı gösterilen deneme</translation>
    </message>
</context>
<context>
    <name>kule::JobOverview</name>
    <message>
        <source>Overview of the job</source>
        <translation>İşe genel bakış</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>İlerleme</translation>
    </message>
    <message>
        <source>Waiting for its turn.</source>
        <translation>Sırasını bekliyor.</translation>
    </message>
    <message>
        <source>Open the report %1</source>
        <translation>%1 raporunu aç</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Dosya</translation>
    </message>
    <message>
        <source>Process id</source>
        <translation>İşlem kimliği</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiket</translation>
    </message>
    <message>
        <source>Job id</source>
        <translation>İş kimliği</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>İsteyen</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Kuyruğa giriş</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Başlangıç</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Bitiş</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Süre</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>Zaman aşımı</translation>
    </message>
    <message>
        <source>Callback</source>
        <translation>Geri çağrı</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Süreç</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>Çıkış kodu</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Sinyal</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kod</translation>
    </message>
    <message>
        <source>Result, as Python writes it</source>
        <translation>Sonuç, Python&apos;un yazdığı gibi</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Sonuç</translation>
    </message>
</context>
<context>
    <name>kule::JobsAtOnce</name>
    <message>
        <source>Delete the jobs shown (%1)…</source>
        <translation>Gösterilen işleri sil (%1)…</translation>
    </message>
    <message>
        <source>Run the jobs shown again (%1)…</source>
        <translation>Gösterilen işleri yeniden çalıştır (%1)…</translation>
    </message>
    <message>
        <source>Cancel the jobs shown (%1)…</source>
        <translation>Gösterilen işleri iptal et (%1)…</translation>
    </message>
    <message numerus="yes">
        <source>Take back the deletion of %Ln job(s)</source>
        <translation>
            <numerusform>%Ln işin silinmesini geri al</numerusform>
        </translation>
    </message>
    <message>
        <source>All jobs in the list are meant.</source>
        <translation>Listedeki bütün işler kastediliyor.</translation>
    </message>
    <message>
        <source>All that the filter “%1” shows are meant.</source>
        <translation>“%1” filtresinin gösterdiği hepsi kastediliyor.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln job(s)?</source>
        <translation>
            <numerusform>%Ln iş silinsin mi?</numerusform>
        </translation>
    </message>
    <message>
        <source>They go with their logs and attempts; jobs that wait or run stay. You can take it back for ten minutes.</source>
        <translation>Kayıtları ve denemeleriyle birlikte giderler; bekleyen ve çalışan işler kalır. On dakika boyunca geri alabilirsiniz.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln job(s)</source>
        <translation>
            <numerusform>%Ln işi sil</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run %Ln job(s) again?</source>
        <translation>
            <numerusform>%Ln iş yeniden çalıştırılsın mı?</numerusform>
        </translation>
    </message>
    <message>
        <source>Each gets a new attempt with the same arguments and the file as it is now; jobs that wait or run are left alone.</source>
        <translation>Her biri aynı argümanlarla ve dosyanın şimdiki hâliyle yeni bir deneme alır; bekleyen ve çalışan işlere dokunulmaz.</translation>
    </message>
    <message numerus="yes">
        <source>Run %Ln job(s) again</source>
        <translation>
            <numerusform>%Ln işi yeniden çalıştır</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln job(s)?</source>
        <translation>
            <numerusform>%Ln iş iptal edilsin mi?</numerusform>
        </translation>
    </message>
    <message>
        <source>Those that wait or run end; the others are left alone.</source>
        <translation>Bekleyenler ve çalışanlar sona erer; ötekilere dokunulmaz.</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln job(s)</source>
        <translation>
            <numerusform>%Ln işi iptal et</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting: %1 of %2</source>
        <translation>Siliniyor: %1 / %2</translation>
    </message>
    <message>
        <source>Running again: %1 of %2</source>
        <translation>Yeniden çalıştırılıyor: %1 / %2</translation>
    </message>
    <message>
        <source>Cancelling: %1 of %2</source>
        <translation>İptal ediliyor: %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) deleted</source>
        <translation>
            <numerusform>%Ln iş silindi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) run again</source>
        <translation>
            <numerusform>%Ln iş yeniden çalıştırıldı</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) cancelled</source>
        <translation>
            <numerusform>%Ln iş iptal edildi</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left alone: %2</source>
        <translation>%1 tanesine dokunulmadı: %2</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Geri al</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) came back</source>
        <translation>
            <numerusform>%Ln iş geri geldi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::JobsPanel</name>
    <message>
        <source>Jobs</source>
        <translation>İşler</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>Yeni iş</translation>
    </message>
    <message>
        <source>New job (%1)</source>
        <translation>Yeni iş (%1)</translation>
    </message>
    <message>
        <source>No job has run yet. Start the first one here, or from any program by the API.</source>
        <translation>Henüz çalışan iş olmadı. İlkini buradan ya da herhangi bir programdan API ile başlatın.</translation>
    </message>
    <message>
        <source>No job matches the filter.</source>
        <translation>Filtreyle eşleşen iş yok.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filtreyi temizle</translation>
    </message>
    <message numerus="yes">
        <source>The search has yet to look into %Ln job(s). Press F5 in a while.</source>
        <translation>
            <numerusform>Arama %Ln işe henüz bakmadı. Biraz sonra F5&apos;e basın.</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter: state:failed file:report since:3d words</source>
        <translation>Filtre: state:failed file:rapor since:3d kelimeler</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Yeniden yükle</translation>
    </message>
    <message>
        <source>Delete job</source>
        <translation>İşi sil</translation>
    </message>
    <message>
        <source>Save the log as text…</source>
        <translation>Kaydı metin olarak sakla…</translation>
    </message>
</context>
<context>
    <name>kule::JsonEdit</name>
    <message>
        <source>This is nested too deeply: %1 levels at most.</source>
        <translation>İç içe derinlik fazla: en çok %1 düzey olabilir.</translation>
    </message>
    <message>
        <source>This is not JSON yet: look at line %1, column %2.</source>
        <translation>Bu henüz JSON değil: %1. satır, %2. sütuna bakın.</translation>
    </message>
    <message>
        <source>This must be a list, such as [1, &quot;two&quot;].</source>
        <translation>Burada bir liste olmalı, örneğin [1, &quot;iki&quot;].</translation>
    </message>
    <message>
        <source>This must be an object, such as {&quot;name&quot;: &quot;value&quot;}.</source>
        <translation>Burada bir nesne olmalı, örneğin {&quot;ad&quot;: &quot;değer&quot;}.</translation>
    </message>
</context>
<context>
    <name>kule::KeepPreview</name>
    <message>
        <source>Counting what would go…</source>
        <translation>Silinecekler sayılıyor…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) that went well</source>
        <translation>
            <numerusform>%Ln başarılı ya da iptal edilmiş iş</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed job(s)</source>
        <translation>
            <numerusform>%Ln başarısız iş</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fatal report(s)</source>
        <translation>
            <numerusform>%Ln ölümcül hata raporu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln delivered callback(s)</source>
        <translation>
            <numerusform>%Ln iletilmiş geri çağrı</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of activity</source>
        <translation>
            <numerusform>%Ln etkinlik satırı</numerusform>
        </translation>
    </message>
    <message>
        <source>Would delete %1: %2, the oldest of %3</source>
        <translation>%1 silinirdi: %2, en eskisi %3</translation>
    </message>
    <message>
        <source>By these limits nothing would go now. The oldest go first; what waits or runs never goes.</source>
        <translation>Bu sınırlarla şimdi hiçbir şey silinmez. Önce en eskiler gider; bekleyen ve çalışan hiç silinmez.</translation>
    </message>
    <message>
        <source>It begins a minute after a limit was changed.</source>
        <translation>Bir sınır değiştikten bir dakika sonra başlar.</translation>
    </message>
</context>
<context>
    <name>kule::KeysTab</name>
    <message>
        <source>Read</source>
        <translation>Okuma</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Çalıştırma</translation>
    </message>
    <message>
        <source>Administer</source>
        <translation>Yönetim</translation>
    </message>
    <message>
        <source>Sees jobs, logs and fatal reports; changes nothing.</source>
        <translation>İşleri, kayıtları ve hata raporlarını görür; hiçbir şeyi değiştirmez.</translation>
    </message>
    <message>
        <source>Also runs, cancels and repeats jobs.</source>
        <translation>Ayrıca iş çalıştırır, iptal eder ve yineler.</translation>
    </message>
    <message>
        <source>Also deletes reports, changes settings and manages keys.</source>
        <translation>Ayrıca rapor siler, ayarları değiştirir ve anahtarları yönetir.</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Geçersiz</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>Bu oturum</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Geçerli</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Yetki</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Son kullanım</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Hiç</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Oluşturuldu</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>The key of %1. Store it now: it is not shown again.</source>
        <translation>%1 için anahtar. Şimdi saklayın: bir daha gösterilmez.</translation>
    </message>
    <message>
        <source>Revoke the key %1?</source>
        <translation>%1 anahtarı geçersiz kılınsın mı?</translation>
    </message>
    <message>
        <source>Clients that use it are refused from now on. This cannot be undone.</source>
        <translation>Onu kullanan istemciler bundan sonra reddedilir. Bu geri alınamaz.</translation>
    </message>
    <message>
        <source>Revoke key</source>
        <translation>Anahtarı geçersiz kıl</translation>
    </message>
    <message>
        <source>Access keys</source>
        <translation>Erişim anahtarları</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Geçersiz kıl…</translation>
    </message>
    <message>
        <source>Revoke the chosen key</source>
        <translation>Seçili anahtarı geçersiz kıl</translation>
    </message>
    <message>
        <source>New access key</source>
        <translation>Yeni erişim anahtarı</translation>
    </message>
    <message>
        <source>Name of the key</source>
        <translation>Anahtarın adı</translation>
    </message>
    <message>
        <source>Who will use it, such as ci</source>
        <translation>Kim kullanacak, örneğin ci</translation>
    </message>
    <message>
        <source>What the key may do</source>
        <translation>Anahtarın yetkisi</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Anahtarı oluştur</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
</context>
<context>
    <name>kule::ListWiring</name>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
</context>
<context>
    <name>kule::LogPane</name>
    <message>
        <source>No more hits</source>
        <translation>Başka eşleşme yok</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Not a pattern: %1</source>
        <translation>Geçerli bir desen değil: %1</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>İzle</translation>
    </message>
    <message>
        <source>Keep the end in sight while the job prints</source>
        <translation>İş yazdıkça son satırı göster</translation>
    </message>
    <message>
        <source>Times beside the lines</source>
        <translation>Satırların yanındaki zaman</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Yerel saat</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Geçen süre</translation>
    </message>
    <message>
        <source>No times</source>
        <translation>Zaman yok</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Kayıtta ara</translation>
    </message>
    <message>
        <source>Search for a regular expression</source>
        <translation>Düzenli ifade ile ara</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Önceki eşleşme (Shift+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Sonraki eşleşme (F3)</translation>
    </message>
    <message>
        <source>Searched %1 %</source>
        <translation>%%1 arandı</translation>
    </message>
</context>
<context>
    <name>kule::LogView</name>
    <message>
        <source>Log</source>
        <translation>Kayıt</translation>
    </message>
    <message>
        <source>%1 not kept: the log was longer than its limit</source>
        <translation>%1 saklanmadı: kayıt sınırını aştı</translation>
    </message>
    <message>
        <source>The job printed nothing.</source>
        <translation>İş hiçbir şey yazmadı.</translation>
    </message>
    <message>
        <source>Nothing printed so far.</source>
        <translation>Henüz bir şey yazılmadı.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Yükleniyor…</translation>
    </message>
</context>
<context>
    <name>kule::MainWindow</name>
    <message>
        <source>Data folder</source>
        <translation>Veri klasörü</translation>
    </message>
    <message>
        <source>This is the first access key, named default, for your clients of the API. Store it now: it is not shown again.</source>
        <translation>API istemcileriniz için default adlı ilk erişim anahtarı. Şimdi saklayın: bir daha gösterilmez.</translation>
    </message>
    <message>
        <source>%1 – Kule</source>
        <translation>%1 – Kule</translation>
    </message>
</context>
<context>
    <name>kule::OverviewPanel</name>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Bakılıyor…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) to look at</source>
        <translation>
            <numerusform>Bakılması gereken %Ln konu</numerusform>
        </translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Her şey yolunda</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Çalışıyor</translation>
    </message>
    <message>
        <source>now</source>
        <translation>şu anda</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Bekliyor</translation>
    </message>
    <message>
        <source>in the queue</source>
        <translation>kuyrukta</translation>
    </message>
    <message>
        <source>Failed in 24 h</source>
        <translation>Başarısız (24 sa)</translation>
    </message>
    <message>
        <source>%1 the day before</source>
        <translation>önceki gün %1</translation>
    </message>
    <message>
        <source>Succeeded in 24 h</source>
        <translation>Başarılı (24 sa)</translation>
    </message>
    <message>
        <source>Fatal reports</source>
        <translation>Ölümcül hatalar</translation>
    </message>
    <message>
        <source>in the folder</source>
        <translation>rapor</translation>
    </message>
    <message>
        <source>Callbacks given up</source>
        <translation>Ulaşmayan geri çağrı</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 bekliyor</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Genel bakış</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>Yeni iş</translation>
    </message>
    <message>
        <source>New job (%1)</source>
        <translation>Yeni iş (%1)</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Sağlık</translation>
    </message>
    <message>
        <source>All running</source>
        <translation>Tüm çalışanlar</translation>
    </message>
    <message>
        <source>Nothing runs now.</source>
        <translation>Şu anda çalışan iş yok.</translation>
    </message>
    <message>
        <source>All waiting</source>
        <translation>Tüm bekleyenler</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Bekleyen iş yok.</translation>
    </message>
    <message>
        <source>Newest fatals</source>
        <translation>En yeni ölümcül hatalar</translation>
    </message>
    <message>
        <source>All fatals</source>
        <translation>Tümü</translation>
    </message>
    <message>
        <source>No job has failed.</source>
        <translation>Başarısız olan iş yok.</translation>
    </message>
    <message>
        <source>No job has run yet. Start the first one; its state and its failures are counted here.</source>
        <translation>Henüz çalışan iş olmadı. İlkini başlatın; durumu ve hataları burada sayılır.</translation>
    </message>
    <message>
        <source>Titles in 24 h</source>
        <translation>24 saatte başlıklar</translation>
    </message>
    <message>
        <source>All scrapes</source>
        <translation>Tüm kazımalar</translation>
    </message>
    <message>
        <source>No title was asked for.</source>
        <translation>Hiç başlık istenmedi.</translation>
    </message>
</context>
<context>
    <name>kule::PageView</name>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Save the page</source>
        <translation>Sayfayı kaydet</translation>
    </message>
    <message>
        <source>%1 is written</source>
        <translation>%1 yazıldı</translation>
    </message>
    <message>
        <source>Save the page…</source>
        <translation>Sayfayı kaydet…</translation>
    </message>
    <message>
        <source>Source of the page</source>
        <translation>Sayfanın kaynağı</translation>
    </message>
    <message>
        <source>The page of this title is not kept any more. Fetch it again to have it here.</source>
        <translation>Bu başlığın sayfası artık saklanmıyor. Burada görmek için yeniden getirin.</translation>
    </message>
    <message>
        <source>The first %1 of %2; long lines are broken for reading.</source>
        <translation>%2 içinden ilk %1; uzun satırlar okunsun diye bölündü.</translation>
    </message>
    <message>
        <source>%1 as it came; long lines are broken for reading.</source>
        <translation>Geldiği gibi %1; uzun satırlar okunsun diye bölündü.</translation>
    </message>
</context>
<context>
    <name>kule::Palette</name>
    <message>
        <source>Go to anything</source>
        <translation>Her şeye git</translation>
    </message>
    <message>
        <source>Type what you look for: a panel, an action, a setting, a job, a fatal</source>
        <translation>Aradığınızı yazın: bölüm, eylem, ayar, iş, ölümcül hata</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Bulunanlar</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>Bu adda bir şey yok.</translation>
    </message>
</context>
<context>
    <name>kule::PaletteSource</name>
    <message>
        <source>Panel</source>
        <translation>Bölüm</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Ayar</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Eylem</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>Yeni iş</translation>
    </message>
    <message>
        <source>Jobs that failed</source>
        <translation>Başarısız işler</translation>
    </message>
    <message>
        <source>Jobs that run</source>
        <translation>Çalışan işler</translation>
    </message>
    <message>
        <source>Jobs that wait</source>
        <translation>Bekleyen işler</translation>
    </message>
    <message>
        <source>Access keys</source>
        <translation>Erişim anahtarları</translation>
    </message>
    <message>
        <source>Requests of the API</source>
        <translation>API istekleri</translation>
    </message>
    <message>
        <source>Callbacks that were given up</source>
        <translation>Vazgeçilen geri çağrılar</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Açık renkler</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Koyu renkler</translation>
    </message>
    <message>
        <source>Colours as the system</source>
        <translation>Sistemin renkleri</translation>
    </message>
    <message>
        <source>Job, %1</source>
        <translation>İş, %1</translation>
    </message>
    <message>
        <source>Fatal report</source>
        <translation>Ölümcül hata raporu</translation>
    </message>
    <message>
        <source>Scrape titles</source>
        <translation>Başlık kazı</translation>
    </message>
    <message>
        <source>Scrapes of titles</source>
        <translation>Başlık kazımaları</translation>
    </message>
    <message>
        <source>Titles that are partial</source>
        <translation>Eksik başlıklar</translation>
    </message>
    <message>
        <source>Titles that failed</source>
        <translation>Başarısız başlıklar</translation>
    </message>
    <message>
        <source>Cache and database of titles</source>
        <translation>Başlıkların önbelleği ve veritabanı</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Add bot</source>
        <translation>Bot ekle</translation>
    </message>
    <message>
        <source>Import a Procfile</source>
        <translation>Procfile içe aktar</translation>
    </message>
    <message>
        <source>Apps on Heroku</source>
        <translation>Heroku uygulamaları</translation>
    </message>
    <message>
        <source>Bots in trouble</source>
        <translation>Sorunlu botlar</translation>
    </message>
    <message>
        <source>Bot, %1</source>
        <translation>Bot, %1</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>%1: başlat</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1: durdur</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>%1: yeniden başlat</translation>
    </message>
</context>
<context>
    <name>kule::PanelHeader</name>
    <message>
        <source>More actions</source>
        <translation>Başka işlemler</translation>
    </message>
</context>
<context>
    <name>kule::ProcfileForm</name>
    <message>
        <source>added</source>
        <translation>eklendi</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>zaten var</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>alınmadı</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Sonuç</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Satır</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A Procfile</source>
        <translation>Bir Procfile</translation>
    </message>
    <message>
        <source>Import a Procfile</source>
        <translation>Procfile içe aktar</translation>
    </message>
    <message>
        <source>Each line becomes a bot of the kind script, stopped and without a token. A bot of the same name stays as it is.</source>
        <translation>Her satır betik türünde, durmuş ve belirteçsiz bir bot olur. Aynı addaki bot olduğu gibi kalır.</translation>
    </message>
    <message>
        <source>Lines of the Procfile</source>
        <translation>Procfile satırları</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Dosyadan…</translation>
    </message>
    <message>
        <source>Folder of the scripts</source>
        <translation>Betiklerin klasörü</translation>
    </message>
    <message>
        <source>within the script roots, such as packages/bots</source>
        <translation>betik köklerinin içinde, örneğin packages/bots</translation>
    </message>
    <message>
        <source>What became of the lines</source>
        <translation>Satırların sonucu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>İçe aktar</translation>
    </message>
</context>
<context>
    <name>kule::ProgressStrip</name>
    <message>
        <source>Stop</source>
        <translation>Durdur</translation>
    </message>
</context>
<context>
    <name>kule::Rail</name>
    <message>
        <source>Panels</source>
        <translation>Paneller</translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1 (Ctrl+%2)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) you</source>
        <translation>
            <numerusform>%Ln tanesi sizi bekliyor</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>kule::RequestsTab</name>
    <message>
        <source>Time</source>
        <translation>Zaman</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Yöntem</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Yol</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Süre</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Anahtar</translation>
    </message>
    <message>
        <source>Requests to the API</source>
        <translation>API&apos;ye gelen istekler</translation>
    </message>
    <message>
        <source>Nobody has called the API since the start. Try it:</source>
        <translation>Başlangıçtan beri API&apos;yi kimse çağırmadı. Deneyin:</translation>
    </message>
</context>
<context>
    <name>kule::ScheduleEdit</name>
    <message>
        <source>Never</source>
        <translation>Hiçbir zaman</translation>
    </message>
    <message>
        <source>Every day at 04:00</source>
        <translation>Her gün 04.00’te</translation>
    </message>
    <message>
        <source>Every 6 hours</source>
        <translation>6 saatte bir</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Saat başı</translation>
    </message>
    <message>
        <source>Mondays at 04:00</source>
        <translation>Pazartesileri 04.00’te</translation>
    </message>
    <message>
        <source>The first of each month at 04:00</source>
        <translation>Her ayın birinde 04.00’te</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>There is no such day: it would never be restarted.</source>
        <translation>Böyle bir gün yok: hiç yeniden başlatılmazdı.</translation>
    </message>
    <message>
        <source>Next: %1 (%2)</source>
        <translation>Sıradakiler: %1 (%2)</translation>
    </message>
    <message>
        <source>It runs until somebody stops it. Heroku restarted its programs once a day; here nothing needs that.</source>
        <translation>Biri durdurana dek çalışır. Heroku programlarını günde bir kez yeniden başlatırdı; burada buna gerek yok.</translation>
    </message>
    <message>
        <source>Times of my own (cron)</source>
        <translation>Kendi zamanlarım (cron)</translation>
    </message>
    <message>
        <source>Restart on schedule</source>
        <translation>Zamanlanmış yeniden başlatma</translation>
    </message>
    <message>
        <source>minute hour day month weekday, such as 0 4 * * *</source>
        <translation>dakika saat gün ay haftanın günü, örneğin 0 4 * * *</translation>
    </message>
    <message>
        <source>Cron expression</source>
        <translation>Cron ifadesi</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Saat dilimi</translation>
    </message>
    <message>
        <source>this computer&apos;s</source>
        <translation>bu bilgisayarınki</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Yayılma</translation>
    </message>
    <message>
        <source>exactly then</source>
        <translation>tam o anda</translation>
    </message>
    <message>
        <source> min at most after it</source>
        <translation> dk içinde</translation>
    </message>
    <message>
        <source>Restarts at a moment within so many minutes, so that many bots do not restart at once</source>
        <translation>Çok sayıda bot aynı anda yeniden başlamasın diye, bu kadar dakika içinde bir anda yeniden başlatır</translation>
    </message>
</context>
<context>
    <name>kule::ScrapeForm</name>
    <message>
        <source>Addresses from a file</source>
        <translation>Dosyadan adresler</translation>
    </message>
    <message numerus="yes">
        <source>%n title(s)</source>
        <translation>
            <numerusform>%n başlık</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeated</source>
        <translation>
            <numerusform>%n yineleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out, see below</source>
        <translation>
            <numerusform>%n satır dışarıda kaldı, aşağıya bakın</numerusform>
        </translation>
    </message>
    <message>
        <source>a batch takes %1 at most</source>
        <translation>bir kazıma en çok %1 alır</translation>
    </message>
    <message>
        <source>One address a line; a text file may also be dropped here.</source>
        <translation>Her satıra bir adres; buraya bir metin dosyası da bırakılabilir.</translation>
    </message>
    <message>
        <source>Scrape</source>
        <translation>Kazı</translation>
    </message>
    <message numerus="yes">
        <source>Scrape %n title(s)</source>
        <translation>
            <numerusform>%n başlığı kazı</numerusform>
        </translation>
    </message>
    <message>
        <source>Scrape titles</source>
        <translation>Başlık kazı</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresler</translation>
    </message>
    <message>
        <source>Addresses of titles, one a line</source>
        <translation>Başlık adresleri, her satırda bir tane</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Dosyadan…</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Satır</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Metin</translation>
    </message>
    <message>
        <source>Why it is left out</source>
        <translation>Neden dışarıda kaldı</translation>
    </message>
    <message>
        <source>Lines that are left out</source>
        <translation>Dışarıda kalan satırlar</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiket</translation>
    </message>
    <message>
        <source>optional: to find the batch again</source>
        <translation>isteğe bağlı: kazımayı sonra bulmak için</translation>
    </message>
    <message>
        <source>Fetch every page, whatever is stored</source>
        <translation>Saklananlara bakmadan her sayfayı getir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
</context>
<context>
    <name>kule::ScrapesTab</name>
    <message>
        <source>Batches of titles</source>
        <translation>Başlık kazımaları</translation>
    </message>
    <message>
        <source>Nothing has been scraped yet. Paste addresses of titles, or drop a text file with one a line.</source>
        <translation>Henüz bir şey kazınmadı. Başlık adreslerini yapıştırın ya da her satırında bir adres olan bir metin dosyası bırakın.</translation>
    </message>
    <message>
        <source>Scrape titles</source>
        <translation>Başlık kazı</translation>
    </message>
</context>
<context>
    <name>kule::ScriptEdit</name>
    <message>
        <source>Command</source>
        <translation>Komut</translation>
    </message>
    <message>
        <source>Folder (optional)</source>
        <translation>Klasör (isteğe bağlı)</translation>
    </message>
    <message>
        <source>Variable for the token</source>
        <translation>Belirteç için değişken</translation>
    </message>
    <message>
        <source>Other variables, NAME=value, one a line (no secrets)</source>
        <translation>Diğer değişkenler, AD=değer, satır başına bir tane (gizli bilgi yazmayın)</translation>
    </message>
    <message>
        <source>in the script roots; where the file lies, if empty</source>
        <translation>betik köklerinde; boşsa dosyanın bulunduğu yer</translation>
    </message>
</context>
<context>
    <name>kule::SecretNote</name>
    <message>
        <source>Copy key</source>
        <translation>Anahtarı kopyala</translation>
    </message>
    <message>
        <source>I have stored it</source>
        <translation>Sakladım</translation>
    </message>
</context>
<context>
    <name>kule::SecretsCard</name>
    <message>
        <source>Look again</source>
        <translation>Yeniden bak</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Kilidi aç</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Parola</translation>
    </message>
    <message>
        <source>Start a new vault</source>
        <translation>Yeni kasa aç</translation>
    </message>
    <message>
        <source>Change passphrase</source>
        <translation>Parolayı değiştir</translation>
    </message>
    <message>
        <source>Forgotten: start a new vault and keep the old one aside</source>
        <translation>Unutuldu: yeni bir kasa aç, eskisini kenara koy</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Taşı</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Taşı</translation>
    </message>
    <message>
        <source>Move the secrets there</source>
        <translation>Gizli bilgileri oraya taşı</translation>
    </message>
    <message>
        <source>Leave behind what cannot be read now</source>
        <translation>Şimdi okunamayanları geride bırak</translation>
    </message>
    <message>
        <source>Passphrase of the vault</source>
        <translation>Kasanın parolası</translation>
    </message>
    <message>
        <source>Passphrase until now</source>
        <translation>Şimdiki parola</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Yeni parola</translation>
    </message>
    <message>
        <source>Where to move the secrets</source>
        <translation>Gizli bilgilerin taşınacağı yer</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Bakılıyor…</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Kilitli</translation>
    </message>
    <message>
        <source>Not usable</source>
        <translation>Kullanılamıyor</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Çalışıyor</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n secret(s)</source>
        <translation>
            <numerusform>%1, %n gizli bilgi</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (environment)</source>
        <translation>%1 (ortam)</translation>
    </message>
</context>
<context>
    <name>kule::ServerCard</name>
    <message>
        <source>Use port %1</source>
        <translation>%1 portunu kullan</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Dinliyor</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>Dinlemiyor</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresi kopyala</translation>
    </message>
    <message numerus="yes">
        <source>%Ln live client(s)</source>
        <translation>
            <numerusform>%Ln canlı istemci</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln by WebSocket</source>
        <translation>
            <numerusform>%Ln WebSocket ile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln by polling</source>
        <translation>
            <numerusform>%Ln yoklamayla</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln subscription(s)</source>
        <translation>
            <numerusform>%Ln abonelik</numerusform>
        </translation>
    </message>
    <message>
        <source>No live clients</source>
        <translation>Canlı istemci yok</translation>
    </message>
    <message>
        <source>Programs and pages that follow jobs by Socket.IO</source>
        <translation>İşleri Socket.IO ile izleyen program ve sayfalar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln bağlantı</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) since the start</source>
        <translation>
            <numerusform>başlangıçtan beri %Ln istek</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::SettingEditor</name>
    <message>
        <source>Back to the default</source>
        <translation>Varsayılana dön</translation>
    </message>
    <message>
        <source>%1: back to the default</source>
        <translation>%1: varsayılana dön</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Gözat…</translation>
    </message>
    <message>
        <source>%1: browse</source>
        <translation>%1: gözat</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Açık</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Kapalı</translation>
    </message>
    <message>
        <source>Not set. A secret comes from the environment only: %1.</source>
        <translation>Verilmedi. Gizli değer yalnız ortam değişkeninden gelir: %1.</translation>
    </message>
    <message>
        <source>Set by %1; not shown.</source>
        <translation>%1 ile verildi; gösterilmez.</translation>
    </message>
    <message>
        <source>%1 decides this; change it there.</source>
        <translation>%1 geçerli; orada değiştirin.</translation>
    </message>
    <message>
        <source>%1. Takes effect after a restart.</source>
        <translation>%1. Yeniden başlatınca geçerli olur.</translation>
    </message>
    <message>
        <source>Kept where secrets live; not shown.</source>
        <translation>Gizli bilgilerin yerinde saklı; gösterilmez.</translation>
    </message>
    <message>
        <source>Not set. It is kept where secrets live.</source>
        <translation>Ayarlanmadı. Gizli bilgilerin yerinde saklanır.</translation>
    </message>
</context>
<context>
    <name>kule::SettingsPanel</name>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ayarlar</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Ayarlarda ara</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Bu kelimeleri içeren ayar yok.</translation>
    </message>
</context>
<context>
    <name>kule::ShortcutList</name>
    <message>
        <source>Keys</source>
        <translation>Tuşlar</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>Her şeye git</translation>
    </message>
    <message>
        <source>The panel&apos;s main action</source>
        <translation>Bölümün ana eylemi</translation>
    </message>
    <message>
        <source>To the filter</source>
        <translation>Filtreye geç</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Yeniden yükle</translation>
    </message>
    <message>
        <source>Open what is chosen</source>
        <translation>Seçileni aç</translation>
    </message>
    <message>
        <source>Back, or empty the filter</source>
        <translation>Geri dön ya da filtreyi boşalt</translation>
    </message>
    <message>
        <source>Delete what is chosen, where it can be deleted</source>
        <translation>Seçileni sil (silinebiliyorsa)</translation>
    </message>
    <message>
        <source>Copy the chosen rows</source>
        <translation>Seçili satırları kopyala</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Bu liste</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Take the last deletion back</source>
        <translation>Son silmeyi geri al</translation>
    </message>
</context>
<context>
    <name>kule::SourceFields</name>
    <message>
        <source>Selectors are XPath or CSS. Try it shows what they find before anything is sent.</source>
        <translation>Seçiciler XPath ya da CSS’tir. Dene düğmesi, hiçbir şey göndermeden ne bulduklarını gösterir.</translation>
    </message>
    <message>
        <source>The bot must be an administrator of the channel. Its posts are copied as they come, albums together, edits too.</source>
        <translation>Bot kanalın yöneticisi olmalıdır. Gönderiler geldikçe kopyalanır; albümler birlikte, düzeltmeler de.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kaynak</translation>
    </message>
    <message>
        <source>Address of the page</source>
        <translation>Sayfanın adresi</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Ögeler</translation>
    </message>
    <message>
        <source>Link in an item</source>
        <translation>Ögedeki bağlantı</translation>
    </message>
    <message>
        <source>Title in an item</source>
        <translation>Ögedeki başlık</translation>
    </message>
    <message>
        <source>Id in the link</source>
        <translation>Bağlantıdaki kimlik</translation>
    </message>
    <message>
        <source>Text on the item&apos;s page</source>
        <translation>Ögenin sayfasındaki metin</translation>
    </message>
    <message>
        <source>Channel&apos;s number</source>
        <translation>Kanalın numarası</translation>
    </message>
    <message>
        <source>Looks every</source>
        <translation>Bakma aralığı</translation>
    </message>
    <message>
        <source>Sent at the first look</source>
        <translation>İlk bakışta gönderilen</translation>
    </message>
    <message>
        <source>Heading, Turkish</source>
        <translation>Üst yazı, Türkçe</translation>
    </message>
    <message>
        <source>Heading, English</source>
        <translation>Üst yazı, İngilizce</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>bir web sayfası</translation>
    </message>
    <message>
        <source>a Telegram channel</source>
        <translation>bir Telegram kanalı</translation>
    </message>
    <message>
        <source>optional: the item itself, if empty</source>
        <translation>isteğe bağlı: boşsa ögenin kendisi</translation>
    </message>
    <message>
        <source>optional: the item&apos;s own text, if empty</source>
        <translation>isteğe bağlı: boşsa ögenin kendi metni</translation>
    </message>
    <message>
        <source>optional, such as id=(\d+)</source>
        <translation>isteğe bağlı, örneğin id=(\d+)</translation>
    </message>
    <message>
        <source>optional: only title and link are sent, if empty</source>
        <translation>isteğe bağlı: boşsa yalnızca başlık ve bağlantı gönderilir</translation>
    </message>
    <message>
        <source> min</source>
        <translation> dk</translation>
    </message>
    <message>
        <source>nothing, only what comes later</source>
        <translation>hiçbiri, yalnızca sonra gelenler</translation>
    </message>
    <message>
        <source> newest</source>
        <translation> en yeni</translation>
    </message>
    <message>
        <source>Only administrators of a group may subscribe it</source>
        <translation>Bir grubu yalnızca yöneticileri abone edebilir</translation>
    </message>
</context>
<context>
    <name>kule::SourceTab</name>
    <message>
        <source>no text</source>
        <translation>metin yok</translation>
    </message>
    <message>
        <source>known</source>
        <translation>bilinen</translation>
    </message>
    <message>
        <source>new</source>
        <translation>yeni</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Öge</translation>
    </message>
    <message>
        <source>Discard the changes?</source>
        <translation>Değişikliklerden vazgeçilsin mi?</translation>
    </message>
    <message>
        <source>The source of %1 becomes again what is saved. What you typed is lost.</source>
        <translation>%1 kaynağı kayıtlı haline döner. Yazdıklarınız kaybolur.</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Değişikliklerden vazgeç</translation>
    </message>
    <message>
        <source>Looking at the page…</source>
        <translation>Sayfaya bakılıyor…</translation>
    </message>
    <message>
        <source>Nothing is sent by it.</source>
        <translation>Denemek hiçbir şey göndermez.</translation>
    </message>
    <message>
        <source>Posts of a channel are told only as they come.</source>
        <translation>Kanal gönderileri yalnızca geldikçe bildirilir.</translation>
    </message>
    <message>
        <source>The page was read, and nothing was found on it.</source>
        <translation>Sayfa okundu, üzerinde bir şey bulunamadı.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) found, nothing sent</source>
        <translation>
            <numerusform>%Ln öge bulundu, hiçbiri gönderilmedi</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved yet. It is kept here until you save or discard it.</source>
        <translation>Henüz kaydedilmedi. Kaydedene ya da vazgeçene dek burada saklanır.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>%1. sürüm</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Dene</translation>
    </message>
    <message>
        <source>Try the source</source>
        <translation>Kaynağı dene</translation>
    </message>
    <message>
        <source>Language of the preview</source>
        <translation>Önizlemenin dili</translation>
    </message>
    <message>
        <source>Items that were found</source>
        <translation>Bulunan ögeler</translation>
    </message>
    <message>
        <source>How the message will look</source>
        <translation>İletinin görünüşü</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Vazgeç…</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>Değişikliklerden vazgeç</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>Save the source</source>
        <translation>Kaynağı kaydet</translation>
    </message>
</context>
<context>
    <name>kule::StartPage</name>
    <message>
        <source>Copy error</source>
        <translation>Hatayı kopyala</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Use another data folder…</source>
        <translation>Başka veri klasörü kullan…</translation>
    </message>
    <message>
        <source>The engine did not start</source>
        <translation>Motor başlamadı</translation>
    </message>
    <message>
        <source>Stopping the engine…</source>
        <translation>Motor durduruluyor…</translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translation>Motor başlatılıyor…</translation>
    </message>
</context>
<context>
    <name>kule::StatusLine</name>
    <message>
        <source>Engine starting</source>
        <translation>Motor başlıyor</translation>
    </message>
    <message>
        <source>Engine running</source>
        <translation>Motor çalışıyor</translation>
    </message>
    <message>
        <source>Engine cannot write</source>
        <translation>Motor yazamıyor</translation>
    </message>
    <message>
        <source>Engine stopped</source>
        <translation>Motor durdu</translation>
    </message>
    <message>
        <source>API not listening</source>
        <translation>API dinlemiyor</translation>
    </message>
    <message>
        <source>Copy the API&apos;s address</source>
        <translation>API adresini kopyala</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 çalışıyor</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 bekliyor</translation>
    </message>
    <message numerus="yes">
        <source>%Ln fatal(s)</source>
        <translation>
            <numerusform>%Ln ölümcül hata</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln bot(s) up</source>
        <translation>
            <numerusform>%Ln bottan %1 tanesi ayakta</numerusform>
        </translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Anahtarlık</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>Kasa</translation>
    </message>
    <message>
        <source>Secrets of this session</source>
        <translation>Bu oturumun gizli bilgileri</translation>
    </message>
    <message>
        <source>Secrets of the environment</source>
        <translation>Ortamın gizli bilgileri</translation>
    </message>
    <message>
        <source>%1 locked</source>
        <translation>%1 kilitli</translation>
    </message>
    <message>
        <source>%1 not usable</source>
        <translation>%1 kullanılamıyor</translation>
    </message>
    <message>
        <source>Where secrets live</source>
        <translation>Gizli bilgilerin yeri</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bot(s) need you</source>
        <translation>
            <numerusform>%Ln bot sizi bekliyor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kule::StorageTab</name>
    <message>
        <source>In memory</source>
        <translation>Bellekte</translation>
    </message>
    <message>
        <source>away</source>
        <translation>ulaşılamıyor</translation>
    </message>
    <message>
        <source>there</source>
        <translation>hazır</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Başlıklar</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Boyut</translation>
    </message>
    <message>
        <source>Found since the start</source>
        <translation>Başlangıçtan beri bulunan</translation>
    </message>
    <message>
        <source>%1 of %2 (%3)</source>
        <translation>%1 / %2 (%3)</translation>
    </message>
    <message>
        <source>%1, %2 of them partial</source>
        <translation>%1, %2 tanesi eksik</translation>
    </message>
    <message>
        <source>Raw pages</source>
        <translation>Ham sayfalar</translation>
    </message>
    <message>
        <source>%1, %2 compressed</source>
        <translation>%1, sıkıştırılmış %2</translation>
    </message>
    <message>
        <source>Waiting to be saved</source>
        <translation>Kaydedilmeyi bekleyen</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) that came while the database was away</source>
        <translation>
            <numerusform>veritabanı yokken gelen %n sayfa</numerusform>
        </translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sınır yok</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 gün</translation>
    </message>
    <message>
        <source>%1 MB, the oldest go first</source>
        <translation>%1 MB, en eskiler önce gider</translation>
    </message>
    <message>
        <source>Cached titles</source>
        <translation>Önbellekteki başlıklar</translation>
    </message>
    <message>
        <source>The cache is empty; titles come from the database until it fills again</source>
        <translation>Önbellek boş; dolana dek başlıklar veritabanından gelir</translation>
    </message>
    <message numerus="yes">
        <source>Delete all %n stored title(s)?</source>
        <translation>
            <numerusform>Saklanan %n başlığın tümü silinsin mi?</numerusform>
        </translation>
    </message>
    <message>
        <source>Their pages and histories go too, for good. Export them before, if they are needed.</source>
        <translation>Sayfaları ve geçmişleri de kalıcı olarak gider. Gerekliyse önce dışa aktarın.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n title(s)</source>
        <translation>
            <numerusform>%n başlığı sil</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n title(s) deleted</source>
        <translation>
            <numerusform>%n başlık silindi</numerusform>
        </translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Önbellek</translation>
    </message>
    <message>
        <source>Empty the cache</source>
        <translation>Önbelleği boşalt</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Veritabanı</translation>
    </message>
    <message>
        <source>Delete all titles…</source>
        <translation>Tüm başlıkları sil…</translation>
    </message>
    <message>
        <source>How long things are kept</source>
        <translation>Ne kadar saklanır</translation>
    </message>
    <message>
        <source>Change in the settings</source>
        <translation>Ayarlarda değiştir</translation>
    </message>
    <message>
        <source>The stored pages are being read…</source>
        <translation>Saklanan sayfalar okunuyor…</translation>
    </message>
    <message>
        <source>%1 read, %2 say nothing still</source>
        <translation>%1 okundu, %2 sayfadan yine bir şey okunamadı</translation>
    </message>
    <message>
        <source>Read all pages again</source>
        <translation>Tüm sayfaları yeniden oku</translation>
    </message>
    <message>
        <source>After an update, what Kule reads off a page may be more; nothing is fetched</source>
        <translation>Güncellemeden sonra Kule bir sayfadan daha çok şey okuyabilir; hiçbir şey getirilmez</translation>
    </message>
</context>
<context>
    <name>kule::StoredTab</name>
    <message>
        <source>Fetch the selected again</source>
        <translation>Seçilenleri yeniden getir</translation>
    </message>
    <message>
        <source>Filter: year:&gt;2000 locale:tr partial:yes since:3d words</source>
        <translation>Filtre: year:&gt;2000 locale:tr partial:yes since:3d kelimeler</translation>
    </message>
    <message>
        <source>Filter the titles</source>
        <translation>Başlıkları süz</translation>
    </message>
    <message>
        <source>Stored titles</source>
        <translation>Saklanan başlıklar</translation>
    </message>
    <message>
        <source>No title is stored yet. Paste addresses of Netflix titles here, or ask from any program by the API.</source>
        <translation>Henüz saklanan başlık yok. Netflix başlıklarının adreslerini buraya yapıştırın ya da herhangi bir programdan API ile isteyin.</translation>
    </message>
    <message>
        <source>Scrape titles</source>
        <translation>Başlık kazı</translation>
    </message>
    <message>
        <source>No title matches the filter.</source>
        <translation>Filtreye uyan başlık yok.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filtreyi temizle</translation>
    </message>
</context>
<context>
    <name>kule::SubmitForm</name>
    <message>
        <source>Edit and run again</source>
        <translation>Düzenle ve yeniden çalıştır</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>Yeni iş</translation>
    </message>
    <message>
        <source>Python file</source>
        <translation>Python dosyası</translation>
    </message>
    <message>
        <source>Process id</source>
        <translation>İşlem kimliği</translation>
    </message>
    <message>
        <source>Arguments, as a JSON list</source>
        <translation>Argümanlar, JSON listesi olarak</translation>
    </message>
    <message>
        <source>Named arguments, as a JSON object</source>
        <translation>Adlı argümanlar, JSON nesnesi olarak</translation>
    </message>
    <message>
        <source>Time-out in seconds</source>
        <translation>Zaman aşımı, saniye</translation>
    </message>
    <message>
        <source>Callback address for failures</source>
        <translation>Başarısızlıkta geri çağrı adresi</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiket</translation>
    </message>
    <message>
        <source>none</source>
        <translation>yok</translation>
    </message>
    <message>
        <source>words by which to find it again</source>
        <translation>sonradan bulmak için kelimeler</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Başlatılıyor…</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Çalıştır</translation>
    </message>
    <message>
        <source>Run the job</source>
        <translation>İşi çalıştır</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Close the form</source>
        <translation>Formu kapat</translation>
    </message>
</context>
<context>
    <name>kule::SubscriptionsTab</name>
    <message>
        <source>Subscriptions</source>
        <translation>Abonelikler</translation>
    </message>
    <message>
        <source>No chat is subscribed. Add the bot to a group or channel, then an administrator of it writes /start there.</source>
        <translation>Abone olan sohbet yok. Botu bir gruba ya da kanala ekleyin, sonra oranın bir yöneticisi /start yazsın.</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Yeniden yükle</translation>
    </message>
</context>
<context>
    <name>kule::SystemTray</name>
    <message>
        <source>Open Kule</source>
        <translation>Kule&apos;yi aç</translation>
    </message>
    <message>
        <source>Quit Kule</source>
        <translation>Kule&apos;den çık</translation>
    </message>
</context>
<context>
    <name>kule::TableView</name>
    <message>
        <source>%1 new</source>
        <translation>%1 yeni</translation>
    </message>
    <message>
        <source>%1 new rows, show them</source>
        <translation>%1 yeni satır, göster</translation>
    </message>
</context>
<context>
    <name>kule::TitleCard</name>
    <message>
        <source>Picture of %1</source>
        <translation>%1 görseli</translation>
    </message>
    <message>
        <source>Maturity rating</source>
        <translation>Yaş sınırı</translation>
    </message>
    <message>
        <source>Cast</source>
        <translation>Oyuncular</translation>
    </message>
    <message>
        <source>Where each field came from</source>
        <translation>Her alan nereden geldi</translation>
    </message>
    <message>
        <source>%1, page of %2</source>
        <translation>%1, %2 alınan sayfa</translation>
    </message>
    <message>
        <source>not on the page</source>
        <translation>sayfada yok</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Saklanan</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numara</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Kaydedildi</translation>
    </message>
    <message>
        <source>Page fetched</source>
        <translation>Sayfanın alınışı</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Sayfa</translation>
    </message>
    <message>
        <source>Size of the page</source>
        <translation>Sayfanın boyutu</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Görsel</translation>
    </message>
</context>
<context>
    <name>kule::TitleDetailView</name>
    <message>
        <source>Address copied</source>
        <translation>Adres kopyalandı</translation>
    </message>
    <message>
        <source>curl command copied</source>
        <translation>curl komutu kopyalandı</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Geçmiş</translation>
    </message>
    <message>
        <source>History %1</source>
        <translation>Geçmiş %1</translation>
    </message>
    <message>
        <source>The page was fetched and read again</source>
        <translation>Sayfa getirilip yeniden okundu</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>Yeniden getir</translation>
    </message>
    <message>
        <source>The stored page was read again</source>
        <translation>Saklanan sayfa yeniden okundu</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 silinsin mi?</translation>
    </message>
    <message>
        <source>The title goes with its page and its history, for good. It can be scraped again.</source>
        <translation>Başlık, sayfası ve geçmişiyle birlikte kalıcı olarak gider. Yeniden kazınabilir.</translation>
    </message>
    <message>
        <source>Delete title</source>
        <translation>Başlığı sil</translation>
    </message>
    <message>
        <source>The title is deleted</source>
        <translation>Başlık silindi</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kart</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Sayfa</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Parts of the title</source>
        <translation>Başlığın bölümleri</translation>
    </message>
    <message>
        <source>The six fields as JSON</source>
        <translation>JSON olarak altı alan</translation>
    </message>
    <message>
        <source>From the page, whatever is stored</source>
        <translation>Saklananlara bakmadan sayfadan</translation>
    </message>
    <message>
        <source>Fetch the page again</source>
        <translation>Sayfayı yeniden getir</translation>
    </message>
    <message>
        <source>Read the stored page again</source>
        <translation>Saklanan sayfayı yeniden oku</translation>
    </message>
    <message>
        <source>Open the page in the browser</source>
        <translation>Sayfayı tarayıcıda aç</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresi kopyala</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>curl olarak kopyala</translation>
    </message>
    <message>
        <source>Delete title…</source>
        <translation>Başlığı sil…</translation>
    </message>
    <message>
        <source>More actions for this title</source>
        <translation>Bu başlık için diğer işlemler</translation>
    </message>
</context>
<context>
    <name>kule::TitlesPanel</name>
    <message>
        <source>Titles</source>
        <translation>Başlıklar</translation>
    </message>
    <message>
        <source>Scrape titles</source>
        <translation>Başlık kazı</translation>
    </message>
    <message>
        <source>Scrape titles (%1)</source>
        <translation>Başlık kazı (%1)</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Saklananlar</translation>
    </message>
    <message>
        <source>Scrapes</source>
        <translation>Kazımalar</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Depo</translation>
    </message>
    <message>
        <source>Parts of the titles</source>
        <translation>Başlıklar bölümünün parçaları</translation>
    </message>
</context>
<context>
    <name>kule::TokenField</name>
    <message>
        <source>To the secrets</source>
        <translation>Gizli bilgilere git</translation>
    </message>
    <message>
        <source>It is kept in this computer&apos;s keychain and nowhere else, and it is not shown again.</source>
        <translation>Yalnızca bu bilgisayarın anahtarlığında saklanır ve bir daha gösterilmez.</translation>
    </message>
    <message>
        <source>It is kept in the vault, encrypted under your passphrase, and it is not shown again.</source>
        <translation>Parolanızla şifrelenmiş kasada saklanır ve bir daha gösterilmez.</translation>
    </message>
    <message>
        <source>It is kept in memory until Kule ends, then it must be entered again. The settings offer places that last.</source>
        <translation>Kule kapanana dek bellekte durur, sonra yeniden girilmesi gerekir. Kalıcı yerler ayarlarda seçilir.</translation>
    </message>
    <message>
        <source>Secrets come from the environment here, so a token cannot be kept. The settings offer places that can.</source>
        <translation>Gizli bilgiler burada ortamdan geliyor, bu yüzden belirteç saklanamaz. Saklayabilen yerler ayarlarda seçilir.</translation>
    </message>
    <message>
        <source>A token is kept. It is never shown.</source>
        <translation>Belirteç saklanıyor. Hiçbir zaman gösterilmez.</translation>
    </message>
    <message>
        <source>Replace token…</source>
        <translation>Belirteci değiştir…</translation>
    </message>
    <message>
        <source>Replace the token</source>
        <translation>Belirteci değiştir</translation>
    </message>
    <message>
        <source>123456:ABC-DEF… as @BotFather gives it</source>
        <translation>123456:ABC-DEF… (@BotFather’ın verdiği)</translation>
    </message>
    <message>
        <source>Token of the bot</source>
        <translation>Botun belirteci</translation>
    </message>
</context>
<context>
    <name>kule::TokenVerdict</name>
    <message>
        <source>asking Telegram whose it is</source>
        <translation>kime ait olduğu Telegram&apos;a soruluyor</translation>
    </message>
    <message>
        <source>@%1, %2</source>
        <translation>@%1, %2</translation>
    </message>
    <message>
        <source>Whose it is, is not known yet: %1 The bot can be kept all the same, and tells once it has started.</source>
        <translation>Kime ait olduğu henüz bilinmiyor: %1 Bot yine de kaydedilebilir; başlayınca belli olur.</translation>
    </message>
</context>
<context>
    <name>kule::VersionList</name>
    <message>
        <source>Version</source>
        <translation>Sürüm</translation>
    </message>
    <message>
        <source>%1, now</source>
        <translation>%1, şimdiki</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Kaydedildi</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Kim</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Yeniden yükle</translation>
    </message>
    <message>
        <source>Go back to version %1</source>
        <translation>%1. sürüme dön</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>Ona dön</translation>
    </message>
    <message>
        <source>Versions of the texts</source>
        <translation>Metinlerin sürümleri</translation>
    </message>
    <message>
        <source>Going back loses no version.</source>
        <translation>Geri dönünce hiçbir sürüm kaybolmaz.</translation>
    </message>
    <message>
        <source>Close the versions</source>
        <translation>Sürümleri kapat</translation>
    </message>
</context>
</TS>
