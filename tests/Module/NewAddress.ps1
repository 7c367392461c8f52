# Runs the exported cmdlets of Strava at the address of the API from 2027, which is in STRAVA_BASE_URI, with a login that was made at the old one. Not a test
# file: a test of StravaTools.PowerShell.Tests starts it behind a proxy that plays Strava's hosts. It writes the errors of each case.
param([string]$Manifest, [string]$Folder, [string]$Names)
Import-Module $Manifest
$ProgressPreference = $WarningPreference = 'SilentlyContinue'
$file, $photo, $state = "$Folder/rides/ride.fit", "$Folder/photo.jpg", "$Folder/state"
$secret, $refresh = 'fake-client-secret', 'fake-refresh-token' | ForEach-Object { ConvertTo-SecureString $_ -AsPlainText -Force }
$strava = $server = $decathlon = @{}
$client, $expiring, $maxDuration, $method = 1, 1, '0:1:0', 'Put'
$segment, $club = 229781, 1

# What a person does on the consent page.
function Complete-Login($Authorization) {
    $query = [System.Web.HttpUtility]::ParseQueryString($Authorization.Url.Query)
    $form = @{ decision = 'allow' }
    $query.AllKeys | ForEach-Object { $form[$_] = $query[$_] }
    $answer = Invoke-WebRequest 'https://www.strava.com/oauth/authorize' -Method Post -Body $form -MaximumRedirection 0 -AllowInsecureRedirect -SkipHttpErrorCheck -ErrorAction Ignore
    @{ RedirectedUrl = $answer.Headers.Location[0] }
}

function Get-ReadyUpload { Get-StravaUploadStatus $upload }
. "$PSScriptRoot/CmdletCases.ps1"

$null = Connect-Strava $client $secret -RefreshToken $refresh -BaseUri https://www.strava.com
$sent = Send-StravaUpload $file -Wait
$upload, $activity = $sent.Id, $sent.ActivityId
"SENT $($sent.Outcome) $($sent.ActivityUrl)"
# Decathlon is another service.
foreach ($name in @($cases.Keys) -notmatch '-Decathlon|^(Submit|Get|Start)-StravaSync$') {
    if ($Names -and $name -notin $Names.Split(' ')) { continue }
    $Error.Clear()
    $output = try { @(. $cases[$name]) } catch { @() }
    "CASE $name`: $($Error.Count) errors, $($output.Count) objects $Error"
    if ($name -eq 'Sync-StravaFolder') { "SYNC $($output.ExitCode)" }
}
