@{
    ModuleVersion          = '0.1.0'
    GUID                   = '211b46c5-8374-4be9-8719-e9b01659c7a1'
    Author                 = 'StravaTools contributors'
    CompanyName            = 'StravaTools contributors'
    Copyright              = '(c) StravaTools contributors. MIT license.'
    Description            = 'Checks activity files against Strava''s documented rules, uploads them, waits for the activities, and adds photos. Also manages photos and thumbnails at Decathlon. Includes fake servers to try everything offline.'

    PowerShellVersion      = '7.6'
    CompatiblePSEditions   = @('Core')

    # The DLL is a nested module in module/, beside its views and help: only then does Get-Help find them, in a clone and after Import-Module -Force, too.
    # The loader selects native code before PowerShell looks at the cmdlets.
    NestedModules          = @('module/StravaTools.Loader.dll', 'module/StravaTools.PowerShell.dll')
    TypesToProcess         = @('module/StravaTools.Types.ps1xml')
    FormatsToProcess       = @('module/StravaTools.Format.ps1xml', 'module/StravaTools.Decathlon.Format.ps1xml', 'module/StravaTools.Login.Format.ps1xml', 'module/StravaTools.Measure.Format.ps1xml', 'module/StravaTools.Sync.Format.ps1xml')

    CmdletsToExport        = @(
        'Add-DecathlonPhoto'
        'Add-FakeStravaFault'
        'Add-StravaPhoto'
        'Connect-Decathlon'
        'Connect-Strava'
        'ConvertFrom-StravaPolyline'
        'ConvertTo-StravaPolyline'
        'Disconnect-Strava'
        'Export-ActivityFile'
        'Export-FakeStravaState'
        'Get-ActivityFileRule'
        'Get-DecathlonActivity'
        'Get-FakeStravaRequest'
        'Get-StravaActivity'
        'Get-StravaActivityLap'
        'Get-StravaActivityStream'
        'Get-StravaActivityZone'
        'Get-StravaAthlete'
        'Get-StravaClub'
        'Get-StravaConnection'
        'Get-StravaExercise'
        'Get-StravaLedger'
        'Get-StravaRateLimit'
        'Get-StravaSegment'
        'Get-StravaSegmentEffort'
        'Get-StravaSegmentLeaderboard'
        'Get-StravaSync'
        'Get-StravaSyncReport'
        'Get-StravaUploadStatus'
        'Import-ActivityFile'
        'Import-FakeStravaState'
        'Invoke-StravaRequest'
        'Measure-Activity'
        'New-StravaActivity'
        'New-StrengthActivityFile'
        'New-StrengthSet'
        'Register-StravaSync'
        'Repair-ActivityFile'
        'Repair-StravaLedger'
        'Reset-FakeStrava'
        'Reset-StravaSyncItem'
        'Send-DecathlonFile'
        'Send-StravaUpload'
        'Set-DecathlonThumbnail'
        'Set-FakeStravaClock'
        'Set-FakeStravaRateLimit'
        'Set-StravaActivity'
        'Show-ActivityFile'
        'Start-FakeStrava'
        'Start-StravaDemo'
        'Start-StravaSync'
        'Stop-FakeStrava'
        'Submit-StravaSync'
        'Sync-StravaFolder'
        'Test-ActivityFile'
        'Test-StravaLedger'
        'Unregister-StravaSync'
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
