# Runs each exported cmdlet, so that secrets go wherever they can go, and writes all that PowerShell knows about the errors. Not a test file: tests of
# StravaTools.PowerShell.Tests start it in a process of its own. The secrets are in variables of the environment (SECRET_TOKEN and others).
param([string]$Manifest, [string]$Folder, [string]$Urls)
Import-Module $Manifest
$VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
$ProgressPreference = 'SilentlyContinue'
$null = Start-Transcript "$Folder/transcript.txt"
$token, $key, $secret, $refresh = foreach ($name in 'TOKEN', 'KEY', 'SECRET', 'REFRESH') { ConvertTo-SecureString ([Environment]::GetEnvironmentVariable("SECRET_$name")) -AsPlainText }
$file, $photo, $state = "$Folder/rides/ride.gpx", "$Folder/photo.jpg", "$Folder/state"

function Complete-Login($Authorization) {
    $state = [System.Web.HttpUtility]::ParseQueryString($Authorization.Url.Query)['state']
    @{ RedirectedUrl = "http://127.0.0.1/callback?code=$env:SECRET_CODE&state=$state&scope=read,activity:read_all,activity:write"; BaseUri = $Authorization.BaseUri }
}

# A cmdlet without a secret and without a server cannot reveal one.
$local = 'ConvertFrom-StravaPolyline', 'ConvertTo-StravaPolyline', 'Export-ActivityFile', 'Get-ActivityFileRule', 'Get-StravaExercise',
    'Add-FakeStravaFault', 'Export-FakeStravaState', 'Get-FakeStravaRequest', 'Import-FakeStravaState', 'Reset-FakeStrava',
    'Set-FakeStravaClock', 'Set-FakeStravaRateLimit', 'Get-StravaSync',
'Import-ActivityFile', 'Measure-Activity', 'New-StrengthActivityFile', 'New-StrengthSet', 'Repair-ActivityFile', 'Show-ActivityFile', 'Start-FakeStrava',
'Start-StravaDemo', 'Stop-FakeStrava', 'Test-ActivityFile', 'Unregister-StravaSync', 'Register-StravaSync'
$cases = [ordered]@{
    'Send-StravaUpload' = { Send-StravaUpload $file @strava }
    'Get-StravaUploadStatus' = { Get-StravaUploadStatus 1 @strava }
    'New-StravaActivity' = { New-StravaActivity a Run '2026-01-01 07:30' 60 @strava }
    'Set-StravaActivity' = { Set-StravaActivity 1 -Name a @strava }
    'Get-StravaActivity' = { Get-StravaActivity 1 @strava }
    'Get-StravaActivityLap' = { Get-StravaActivityLap 1 @strava }
    'Get-StravaActivityZone' = { Get-StravaActivityZone 1 @strava }
    'Get-StravaActivityStream' = { Get-StravaActivityStream 1 @strava }
    'Get-StravaAthlete' = { Get-StravaAthlete @strava }
    'Get-StravaClub' = { Get-StravaClub 1 @strava }
    'Get-StravaRateLimit' = { Get-StravaRateLimit @strava }
    'Get-StravaSegment' = { Get-StravaSegment 1 @strava }
    'Get-StravaSegmentEffort' = { Get-StravaSegmentEffort 1 @strava }
    'Get-StravaSegmentLeaderboard' = { Get-StravaSegmentLeaderboard 1 @strava }
    'Invoke-StravaRequest' = { Invoke-StravaRequest athlete -Method Post -Body @{ a = 1 } @strava }
    'Sync-StravaFolder' = { Sync-StravaFolder "$Folder/rides" -LedgerPath $state -MaxDuration 0:0:1 -PassSummary @strava; Sync-StravaFolder "$Folder/rides" -Verify -LedgerPath $state -MaxDuration 0:0:1 -PassSummary @strava }
    'Get-StravaSyncReport' = { Get-StravaSyncReport -LedgerPath $state -BaseUri $url; foreach ($format in 'Text', 'Html', 'Json') { Get-StravaSyncReport -As $format -LedgerPath $state -BaseUri $url } }
    'Repair-StravaLedger' = { Repair-StravaLedger "$Folder/rides" -FromStrava -LedgerPath $state @strava }
    'Get-StravaLedger' = { Get-StravaLedger -LedgerPath $state -BaseUri $url }
    'Test-StravaLedger' = { Test-StravaLedger -LedgerPath $state -BaseUri $url }
    'Reset-StravaSyncItem' = { Reset-StravaSyncItem $file -LedgerPath $state -BaseUri $url -WhatIf }
    'Add-StravaPhoto' = {
        $metadata = [StravaTools.Client.Photos.PhotoMetadata]@{ Uri = "${url}photo?Signature=$env:SECRET_SIGNATURE"; Method = 'PUT' }
        [pscustomobject]@{ Outcome = 'Ready'; ActivityId = 1; PhotoMetadata = $metadata } | Add-StravaPhoto $photo
    }
    'Send-DecathlonFile' = { Send-DecathlonFile $photo @decathlon }
    'Add-DecathlonPhoto' = { Add-DecathlonPhoto $photo eu1 @decathlon }
    'Set-DecathlonThumbnail' = { Set-DecathlonThumbnail $photo eu1 @decathlon }
    'Get-DecathlonActivity' = { Get-DecathlonActivity eu1 @decathlon }
    'Connect-Strava' = {
        Connect-Strava 12 $secret -RefreshToken $refresh -BaseUri $url
        $login = Connect-Strava 12 $secret -NoListener -BaseUri $url; $redirected = Complete-Login $login; Connect-Strava -Authorization $login @redirected -BaseUri $url
    }
    'Connect-Decathlon' = {
        Connect-Decathlon 12 -ClientSecret $secret -RefreshToken $refresh -BaseUri $url
        $login = Connect-Decathlon 12 -ClientSecret $secret -NoListener -BaseUri $url; $redirected = Complete-Login $login; Connect-Decathlon -Authorization $login @redirected -BaseUri $url
    }
    'Get-StravaConnection' = {
        $login = Connect-Strava 13 $secret -NoListener -BaseUri $url; $redirected = Complete-Login $login; Connect-Strava -Authorization $login @redirected -BaseUri $url
        Get-StravaConnection -BaseUri $url
        # The access token has expired, so the login is renewed.
        Get-StravaAthlete -BaseUri $url
    }
    'Disconnect-Strava' = { Disconnect-Strava -BaseUri $url }
}
Compare-Object (Import-PowerShellDataFile $Manifest).CmdletsToExport (@($cases.Keys) + $local) | ForEach-Object { "NO CASE $($_.InputObject)" }

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
    $strava = @{ BaseUri = $url; AccessToken = $token }
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
