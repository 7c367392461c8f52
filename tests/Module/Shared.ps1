# Shared by the tests of all cmdlets. Dot-sourced in BeforeAll.
$ErrorActionPreference = 'Continue'
$RepositoryRoot = [System.IO.Path]::GetFullPath("$PSScriptRoot/../..")
$Manifest = Join-Path $RepositoryRoot 'StravaTools.psd1'
$Samples = Join-Path $RepositoryRoot 'module/samples'
$Photo = Join-Path $Samples 'finish.jpg'
Import-Module $Manifest
$env:STRAVA_ACCESS_TOKEN = $env:STRAVA_BASE_URI = $null
$env:DECATHLON_API_KEY = $env:DECATHLON_ACCESS_TOKEN = $env:DECATHLON_BASE_URI = $null
# Never the token store of the user who runs the tests.
$env:STRAVATOOLS_TOKEN_STORE = Join-Path ([System.IO.Path]::GetTempPath()) 'stravatools-no-tokens'
$script:Day = 0

# A track on a different day each time, so that no two are duplicates.
function New-Gpx([string]$Path, [switch]$WithoutTimes, [string]$Type = 'running') {
    $start = [datetime]::new(2026, 1, 1, 6, 0, 0).AddDays($script:Day++)
    $points = foreach ($i in 0..9) {
        $time = if (-not $WithoutTimes) { '<time>{0:yyyy-MM-ddTHH:mm:ssZ}</time>' -f $start.AddSeconds(30 * $i) }
        '<trkpt lat="{0}" lon="8.5">{1}</trkpt>' -f (47 + $i / 1000).ToString([cultureinfo]::InvariantCulture), $time
    }
    $text = '<gpx version="1.1" creator="tests" xmlns="http://www.topografix.com/GPX/1/1"><trk><type>{0}</type><trkseg>{1}</trkseg></trk></gpx>' -f $Type, -join $points
    New-Text $Path $text
}

function New-Text([string]$Path, [string]$Text) {
    $null = New-Item (Split-Path $Path) -ItemType Directory -Force
    [System.IO.File]::WriteAllText($Path, $Text)
    $Path
}

function New-TestFolder { (New-Item (Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))) -ItemType Directory).FullName }

function ConvertTo-Secret([string]$Text) { ConvertTo-SecureString $Text -AsPlainText -Force }

# The parameters that name the Decathlon part of a fake.
function Get-DecathlonServer($Fake) {
    @{ BaseUri = $Fake.Url; ApiKey = ConvertTo-Secret $Fake.DecathlonApiKey; AccessToken = ConvertTo-Secret $Fake.DecathlonAccessToken }
}

# The sample photo with comments before it, so that it has so many bytes.
function New-LargePhoto([string]$Path, [int]$Size) {
    $photo = [System.IO.File]::ReadAllBytes($Photo)
    $stream = [System.IO.MemoryStream]::new()
    $stream.Write($photo, 0, 2)
    for ($missing = $Size - $photo.Count; $missing -gt 0; $missing -= $length) {
        $length = if ($missing -le 65000) { $missing } else { [math]::Min(65000, $missing - 4) }
        $stream.Write([byte[]](0xFF, 0xFE, (($length - 2) -shr 8), (($length - 2) -band 255)), 0, 4)
        $stream.Write([byte[]]::new($length - 4), 0, $length - 4)
    }
    $stream.Write($photo, 2, $photo.Count - 2)
    [System.IO.File]::WriteAllBytes($Path, $stream.ToArray())
    $Path
}

# A PNG of random pixels, written with the library of others that the module uses to read it.
function New-Png([string]$Path, [int]$Width = 20, [int]$Height = 10) {
    Add-Type -Path (Join-Path $RepositoryRoot module/StbImageWriteSharp.dll)
    $pixels = [byte[]]::new($Width * $Height * 3)
    [random]::new(1).NextBytes($pixels)
    $stream = [System.IO.File]::Create($Path)
    try { [StbImageWriteSharp.ImageWriter]::new().WritePng($pixels, $Width, $Height, 'RedGreenBlue', $stream) } finally { $stream.Dispose() }
}

# The activities of a fake, requested from the fake.
function Get-FakeActivity($Fake) {
    Invoke-RestMethod "$($Fake.Url)api/v3/athlete/activities?per_page=200" -Headers @{ Authorization = "Bearer $($Fake.AccessToken)" } | ForEach-Object { $_ }
}

# The program and the arguments that start this PowerShell again: pwsh by itself, or dotnet with pwsh.dll.
function Get-PowerShellCommand {
    [Environment]::ProcessPath
    if ((Split-Path ([Environment]::ProcessPath) -LeafBase) -eq 'dotnet') { Join-Path $PSHOME pwsh.dll }
    '-NoProfile', '-NonInteractive'
}

function Invoke-PowerShell {
    $program, $arguments = Get-PowerShellCommand
    & $program @arguments @args
}

# The port of a socket that never listens: it refuses connections, and no other process can take it while the tests run.
function Get-RefusingPort {
    if (-not $script:refusing) {
        $script:refusing = [System.Net.Sockets.Socket]::new('InterNetwork', 'Stream', 'Tcp')
        $script:refusing.Bind([System.Net.IPEndPoint]::new([ipaddress]::Loopback, 0))
    }
    $script:refusing.LocalEndPoint.Port
}

function Get-FreePort {
    $listener = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
    $listener.Start()
    $listener.LocalEndpoint.Port
    $listener.Stop()
}

# A server that gives one response to every request, or none, and records the requests.
function Start-CannedServer([int]$Status = 200, [string]$Body = '', [string]$ContentType = 'text/html', [switch]$Hang, [hashtable]$Headers = @{}) {
    $listener = [System.Net.HttpListener]::new()
    $url = "http://127.0.0.1:$(Get-FreePort)/"
    $listener.Prefixes.Add($url)
    $listener.Start()
    $server = [pscustomobject]@{
        Url = $url; Listener = $listener; Requests = [System.Collections.Concurrent.ConcurrentQueue[object]]::new(); Shell = [powershell]::Create()
        Status = $Status; Body = [System.Text.Encoding]::UTF8.GetBytes($Body); ContentType = $ContentType; Hang = [bool]$Hang; Headers = $Headers
    }
    $null = $server.Shell.AddScript({
            param($server)
            while ($server.Listener.IsListening) {
                try { $context = $server.Listener.GetContext() } catch { break }
                $memory = [System.IO.MemoryStream]::new()
                $context.Request.InputStream.CopyTo($memory)
                $server.Requests.Enqueue([pscustomobject]@{ Method = $context.Request.HttpMethod; Path = $context.Request.RawUrl; Headers = $context.Request.Headers; Bytes = $memory.ToArray() })
                if ($server.Hang) { continue }
                $context.Response.StatusCode = $server.Status
                $context.Response.ContentType = $server.ContentType
                foreach ($name in $server.Headers.Keys) { $context.Response.AddHeader($name, $server.Headers[$name]) }
                $context.Response.Close($server.Body, $true)
            }
        }).AddArgument($server)
    $null = $server.Shell.BeginInvoke()
    $server
}

function Stop-CannedServer($Server) {
    $Server.Listener.Abort()
    $Server.Shell.Dispose()
}

function Wait-Until([scriptblock]$Condition) {
    if (-not [System.Threading.SpinWait]::SpinUntil([Func[bool]]$Condition, 30000)) { throw "Not within 30 s: $Condition" }
}

# Runs a script in another runspace until the condition holds, stops it as Ctrl+C does, and returns the outcome.
function Stop-InMidst([string]$Script, [scriptblock]$Until) {
    $shell = [powershell]::Create().AddScript("Import-Module '$Manifest'; $Script")
    try {
        $run = $shell.BeginInvoke()
        Wait-Until { (& $Until $shell) -or $run.IsCompleted }
        $wasRunning = -not $run.IsCompleted
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        $shell.Stop()
        [pscustomobject]@{
            WasRunning = $wasRunning; Elapsed = $watch.Elapsed; State = $shell.InvocationStateInfo.State; Errors = $shell.Streams.Error.Count
        }
    }
    finally { $shell.Dispose() }
}

if (-not $IsWindows -and -not ('Native.Signals' -as [type])) {
    Add-Type -Namespace Native -Name Signals -MemberDefinition @'
        [DllImport("libc", EntryPoint = "kill")] public static extern int Send(int process, int signal);
        [DllImport("libc", EntryPoint = "signal")] public static extern System.IntPtr Handle(int signal, System.IntPtr handler);
'@
}
$Interrupt, $Terminate = 2, 15
