# With a database: Database/Workers.Tests.ps1.
BeforeAll {
    . $PSScriptRoot/Shared.ps1
    Import-Module $RepositoryRoot/StravaTools.PostgreSql
    $secret = ConvertTo-Secret fake-client-secret
}

Describe 'Start-StravaSync' {
    It 'does nothing with -WhatIf' {
        Start-StravaSync 1 $secret -TokenKeyPath key -Store Host=/nowhere -WhatIf | Should -BeNullOrEmpty
    }

    It 'requires the client secret' {
        { Start-StravaSync 1 -TokenKeyPath key -Store Host=/nowhere } | Should -Throw -ErrorId 'LoginValueMissing,StravaTools.PowerShell.Commands.StartStravaSyncCommand'
    }
}
