@{
    ModuleVersion        = '0.1.0'
    GUID                 = '1a4b8528-a763-46e8-8a67-410f0c1cac8d'
    Author               = 'StravaTools contributors'
    CompanyName          = 'StravaTools contributors'
    Copyright            = '(c) StravaTools contributors. MIT license.'
    Description          = 'The driver of PostgreSQL for the module StravaTools: -Store of Submit-StravaSync, Get-StravaSync, and Start-StravaSync. It exports no commands. Use the version of StravaTools.'

    PowerShellVersion    = '7.6'
    CompatiblePSEditions = @('Core')

    FunctionsToExport    = @()
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @()

    PrivateData          = @{
        PSData = @{
            Tags = @('Strava', 'PostgreSQL', 'PSEdition_Core')
        }
    }
}
