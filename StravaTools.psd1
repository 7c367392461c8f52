@{
    ModuleVersion          = '0.1.0'
    GUID                   = '211b46c5-8374-4be9-8719-e9b01659c7a1'
    Author                 = 'StravaTools contributors'
    CompanyName            = 'StravaTools contributors'
    Copyright              = '(c) StravaTools contributors. MIT license.'
    Description            = 'Checks activity files by Strava''s documented rules, uploads them, waits for the activities and adds photos; with a fake Strava to try it all offline.'

    PowerShellVersion      = '7.6'
    CompatiblePSEditions   = @('Core')

    # The DLL is nested, and lies in module/ with its views and its help: then Get-Help finds them, also in place and after Import-Module -Force.
    NestedModules          = @('module/StravaTools.PowerShell.dll')
    FormatsToProcess       = @('module/StravaTools.Format.ps1xml')

    CmdletsToExport        = @(
        'Add-StravaPhoto'
        'ConvertFrom-StravaPolyline'
        'ConvertTo-StravaPolyline'
        'Get-StravaActivity'
        'Get-StravaActivityLap'
        'Get-StravaActivityStream'
        'Get-StravaActivityZone'
        'Get-StravaAthlete'
        'Get-StravaRateLimit'
        'Get-StravaUploadStatus'
        'New-StravaActivity'
        'Send-StravaUpload'
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
            Tags       = @('Strava', 'FIT', 'GPX', 'TCX', 'Upload', 'PSEdition_Core')
        }
    }
}
