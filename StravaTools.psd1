@{
    ModuleVersion          = '0.1.0'
    GUID                   = '211b46c5-8374-4be9-8719-e9b01659c7a1'
    Author                 = 'StravaTools contributors'
    CompanyName            = 'StravaTools contributors'
    Copyright              = '(c) StravaTools contributors. MIT license.'
    Description            = 'Checks activity files by Strava''s documented rules, uploads them, waits for the activities and adds photos, also to activities of Decathlon; with a fake of both to try it all offline.'

    PowerShellVersion      = '7.6'
    CompatiblePSEditions   = @('Core')

    # The DLL is nested, and lies in module/ with its views and its help: then Get-Help finds them, also in place and after Import-Module -Force.
    NestedModules          = @('module/StravaTools.PowerShell.dll')
    FormatsToProcess       = @('module/StravaTools.Format.ps1xml', 'module/StravaTools.Decathlon.Format.ps1xml', 'module/StravaTools.Login.Format.ps1xml')

    CmdletsToExport        = @(
        'Add-DecathlonPhoto'
        'Add-StravaPhoto'
        'Connect-Decathlon'
        'Connect-Strava'
        'ConvertFrom-StravaPolyline'
        'ConvertTo-StravaPolyline'
        'Disconnect-Strava'
        'Export-ActivityFile'
        'Get-ActivityFileRule'
        'Get-DecathlonActivity'
        'Get-StravaActivity'
        'Get-StravaActivityLap'
        'Get-StravaActivityStream'
        'Get-StravaActivityZone'
        'Get-StravaAthlete'
        'Get-StravaClub'
        'Get-StravaExercise'
        'Get-StravaRateLimit'
        'Get-StravaSegment'
        'Get-StravaSegmentEffort'
        'Get-StravaSegmentLeaderboard'
        'Get-StravaUploadStatus'
        'Import-ActivityFile'
        'Invoke-StravaRequest'
        'New-StravaActivity'
        'New-StrengthActivityFile'
        'New-StrengthSet'
        'Repair-ActivityFile'
        'Send-DecathlonFile'
        'Send-StravaUpload'
        'Set-DecathlonThumbnail'
        'Set-StravaActivity'
        'Start-FakeStrava'
        'Stop-FakeStrava'
        'Test-ActivityFile'
    )
    FunctionsToExport      = @()
    VariablesToExport      = @()
    AliasesToExport        = @()

    PrivateData            = @{
        PSData = @{
            Tags       = @('Strava', 'Decathlon', 'FIT', 'GPX', 'TCX', 'Upload', 'PSEdition_Core')
        }
    }
}
