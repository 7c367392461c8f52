# A case for each exported cmdlet that uses a server, for the scripts that run all of them. They define the variables and functions first:
# $strava, $server, and $decathlon (parameters of connections), $secret, $refresh, $client, and $expiring (applications), $folder, $file, $photo, and $state
# (paths), $store, $badStore, and $key64 (the store of workers), $maxDuration, $activity, $upload, $segment, and $club (IDs), Get-ReadyUpload, and Complete-Login.

# A cmdlet without a secret and without a server cannot reveal one.
$local = 'ConvertFrom-StravaPolyline', 'ConvertTo-StravaPolyline', 'Export-ActivityFile', 'Get-ActivityFileRule', 'Get-StravaExercise',
    'Add-FakeStravaFault', 'Export-FakeStravaState', 'Get-FakeStravaRequest', 'Import-FakeStravaState', 'Reset-FakeStrava',
    'Set-FakeStravaClock', 'Set-FakeStravaRateLimit',
'Import-ActivityFile', 'Measure-Activity', 'New-StrengthActivityFile', 'New-StrengthSet', 'Repair-ActivityFile', 'Show-ActivityFile', 'Start-FakeStrava',
'Start-StravaDemo', 'Stop-FakeStrava', 'Test-ActivityFile', 'Unregister-StravaSync', 'Register-StravaSync'
$cases = [ordered]@{
    'Send-StravaUpload' = { Send-StravaUpload $file @strava }
    'Get-StravaUploadStatus' = { Get-StravaUploadStatus $upload @strava }
    'New-StravaActivity' = { New-StravaActivity a Run '2026-01-01 07:30' 60 @strava }
    'Set-StravaActivity' = { Set-StravaActivity $activity -Name a @strava }
    'Get-StravaActivity' = { Get-StravaActivity $activity @strava }
    'Get-StravaActivityLap' = { Get-StravaActivityLap $activity @strava }
    'Get-StravaActivityZone' = { Get-StravaActivityZone $activity @strava }
    'Get-StravaActivityStream' = { Get-StravaActivityStream $activity @strava }
    'Get-StravaAthlete' = { Get-StravaAthlete @strava }
    'Get-StravaClub' = { Get-StravaClub $club @strava }
    'Get-StravaRateLimit' = { Get-StravaRateLimit @strava }
    'Get-StravaSegment' = { Get-StravaSegment $segment @strava }
    'Get-StravaSegmentEffort' = { Get-StravaSegmentEffort $segment @strava }
    'Get-StravaSegmentLeaderboard' = { Get-StravaSegmentLeaderboard $segment @strava }
    'Invoke-StravaRequest' = { Invoke-StravaRequest athlete -Method $method -Body @{ weight = 70 } @strava }
    'Sync-StravaFolder' = { Sync-StravaFolder "$Folder/rides" -LedgerPath $state -MaxDuration $maxDuration -PassSummary @strava; Sync-StravaFolder "$Folder/rides" -Verify -LedgerPath $state -MaxDuration $maxDuration -PassSummary @strava }
    'Get-StravaSyncReport' = { Get-StravaSyncReport -LedgerPath $state @server; foreach ($format in 'Text', 'Html', 'Json') { Get-StravaSyncReport -As $format -LedgerPath $state @server } }
    'Repair-StravaLedger' = { Repair-StravaLedger "$Folder/rides" -FromStrava -LedgerPath $state @strava }
    'Get-StravaLedger' = { Get-StravaLedger -LedgerPath $state @server }
    'Test-StravaLedger' = { Test-StravaLedger -LedgerPath $state @server }
    # The connection strings have a password: one leads nowhere, and the other is not valid.
    'Submit-StravaSync' = {
        Submit-StravaSync $file -Athlete 1 -Store $store @server; Submit-StravaSync $file -Athlete 1 -Store $badStore @server -WhatIf
        Submit-StravaSync -RefreshToken $refresh -TokenKeyPath $key64 -Athlete 1 -Store $badStore @server
    }
    'Get-StravaSync' = { Get-StravaSync -Store $store @server; Get-StravaSync -Store $badStore @server }
    'Start-StravaSync' = { Start-StravaSync $client $secret -TokenKeyPath $key64 -Store $badStore -UntilSettled @server }
    'Reset-StravaSyncItem' = { Reset-StravaSyncItem $file -LedgerPath $state @server -WhatIf }
    'Add-StravaPhoto' = { Get-ReadyUpload | Add-StravaPhoto $photo }
    'Send-DecathlonFile' = { Send-DecathlonFile $photo @decathlon }
    'Add-DecathlonPhoto' = { Add-DecathlonPhoto $photo eu1 @decathlon }
    'Set-DecathlonThumbnail' = { Set-DecathlonThumbnail $photo eu1 @decathlon }
    'Get-DecathlonActivity' = { Get-DecathlonActivity eu1 @decathlon }
    'Connect-Strava' = {
        Connect-Strava $client $secret -RefreshToken $refresh @server
        $login = Connect-Strava $client $secret -NoListener @server; $redirected = Complete-Login $login; Connect-Strava -Authorization $login @redirected @server
    }
    'Connect-Decathlon' = {
        Connect-Decathlon $client -ClientSecret $secret -RefreshToken $refresh @server
        $login = Connect-Decathlon $client -ClientSecret $secret -NoListener @server; $redirected = Complete-Login $login; Connect-Decathlon -Authorization $login @redirected @server
    }
    'Get-StravaConnection' = {
        $login = Connect-Strava $expiring $secret -NoListener @server; $redirected = Complete-Login $login; Connect-Strava -Authorization $login @redirected @server
        Get-StravaConnection @server
        # If the access token has expired, the login is renewed.
        Get-StravaAthlete @server
    }
    'Disconnect-Strava' = { Disconnect-Strava @server }
}
Compare-Object (Import-PowerShellDataFile $Manifest).CmdletsToExport (@($cases.Keys) + $local) | ForEach-Object { "NO CASE $($_.InputObject)" }
