# Runs each exported cmdlet, so that secrets go wherever they can go, and writes all that PowerShell knows about the errors. Not a test file: tests of
# StravaTools.PowerShell.Tests start it in a process of its own. The secrets are in variables of the environment (SECRET_TOKEN and others).
param([string]$Manifest, [string]$Folder, [string]$Urls)
Import-Module $Manifest, "$(Split-Path $Manifest)/StravaTools.PostgreSql"
$VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
$ProgressPreference = 'SilentlyContinue'
$null = Start-Transcript "$Folder/transcript.txt"
$token, $key, $secret, $refresh = foreach ($name in 'TOKEN', 'KEY', 'SECRET', 'REFRESH') { ConvertTo-SecureString ([Environment]::GetEnvironmentVariable("SECRET_$name")) -AsPlainText }
$file, $photo, $state = "$Folder/rides/ride.gpx", "$Folder/photo.jpg", "$Folder/state"

$store = "Host=$Folder/nowhere;Username=worker;Password=$env:SECRET_STORE"
$badStore = "Host=$Folder;Port=$env:SECRET_STORE;Password=a;$env:SECRET_STORE"
$key64 = "$Folder/key"
[System.Convert]::ToBase64String([byte[]]::new(32)) | Set-Content $key64

function Complete-Login($Authorization) {
    $state = [System.Web.HttpUtility]::ParseQueryString($Authorization.Url.Query)['state']
    @{ RedirectedUrl = "http://127.0.0.1/callback?code=$env:SECRET_CODE&state=$state&scope=read,activity:read_all,activity:write" }
}

function Get-ReadyUpload {
    $metadata = [StravaTools.Client.Photos.PhotoMetadata]@{ Uri = "${url}photo?Signature=$env:SECRET_SIGNATURE"; Method = 'PUT' }
    [pscustomobject]@{ Outcome = 'Ready'; ActivityId = 1; PhotoMetadata = $metadata }
}

$client, $expiring, $maxDuration, $method = 12, 13, '0:0:1', 'Post'
$activity = $upload = $segment = $club = 1
. "$PSScriptRoot/CmdletCases.ps1"

# Properties to depth 6. Objects of PowerShell and .NET that lead everywhere, such as types and modules, are not followed.
function Expand($Value, [int]$Depth) {
    if ($null -eq $Value) { return }
    "$Value"
    if ($Depth -eq 0 -or $Value -is [string] -or $Value -is [ValueType] -or $Value -is [System.Reflection.MemberInfo] -or $Value -is [System.Reflection.Assembly] -or
        $Value -is [System.Management.Automation.CommandInfo] -or $Value -is [psmoduleinfo] -or $Value -is [System.IO.FileSystemInfo] -or $Value -is [scriptblock] -or
        -not $seen.Add([System.Runtime.CompilerServices.RuntimeHelpers]::GetHashCode($Value))) { return }
    if ($Value -is [System.Collections.IDictionary]) { foreach ($item in @($Value.Keys) + @($Value.Values)) { Expand $item ($Depth - 1) } }
    elseif ($Value -is [System.Collections.IEnumerable]) { foreach ($item in $Value) { Expand $item ($Depth - 1) } }
    foreach ($property in $Value.PSObject.Properties) {
        $item = try { $property.Value } catch { $null }
        Expand $item ($Depth - 1)
    }
}

foreach ($url in $Urls -split ' ') {
    $server = @{ BaseUri = $url }
    $strava = $server + @{ AccessToken = $token }
    $decathlon = @{ BaseUri = $url; AccessToken = $token; ApiKey = $key }
    # Behind a proxy that does not connect, every request fails in the same way, and is repeated.
    $names = if ($url -like 'https:*') { 'Get-StravaAthlete', 'Disconnect-Strava' } else { $cases.Keys }
    foreach ($name in $names) {
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        $Error.Clear()
        "CALL $name $url"
        # A terminating error must not end the case.
        foreach ($statement in $cases[$name].Ast.EndBlock.Statements) {
            try { . ([scriptblock]::Create($statement.Extent.Text)) | ForEach-Object { $_ | Format-List * -Force | Out-String; $_ | ConvertTo-Json -Depth 6 -WarningAction Ignore } } catch { "CAUGHT $_" }
        }
        $records = @($Error)
        $seen = [System.Collections.Generic.HashSet[int]]::new()
        foreach ($record in $records) {
            Expand $record 6
            $record.Exception.ToString()
        }
        "ERRORS $name $($records.Count) in $($watch.ElapsedMilliseconds) ms"
    }
}
$null = Stop-Transcript
