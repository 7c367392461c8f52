BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $state = $env:STRAVATOOLS_STATE
    $env:STRAVATOOLS_STATE = New-TestFolder
    foreach ($name in 'rides', 'runs') {
        $job = @{ Name = $name; Scheduler = 'Systemd'; Every = '01:00:00'; Path = @("/$name"); Command = 'exit 0'; Files = @($Manifest, "/missing/$name") }
        $null = New-Text "$env:STRAVATOOLS_STATE/schedules/$name.json" (ConvertTo-Json $job)
    }
}
AfterAll { $env:STRAVATOOLS_STATE = $state }

Describe 'Get-StravaSync' {
    It 'lists jobs by name, with the files that are missing' {
        (Get-StravaSync).Name | Should -Be @('rides', 'runs')
        $job = Get-StravaSync ri*
        $job | Should -BeOfType StravaTools.PowerShell.Schedules.SyncSchedule
        $job.Every | Should -Be ([timespan]'1:00:00')
        $job.MissingFiles | Should -Be '/missing/rides'
    }

    It 'writes an error for a name that does not exist' {
        Get-StravaSync walks -ErrorVariable errors -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $errors.FullyQualifiedErrorId | Should -Be 'JobNotFound,StravaTools.PowerShell.Commands.GetStravaSyncCommand'
        Get-StravaSync w* | Should -BeNullOrEmpty
    }

    It 'reports a database that does not answer' {
        Import-Module $RepositoryRoot/StravaTools.PostgreSql
        Get-StravaSync -Store 'Host=/nowhere;Username=a' -ErrorVariable errors -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $errors.FullyQualifiedErrorId | Should -Be 'DatabaseNotUsable,StravaTools.PowerShell.Commands.GetStravaSyncCommand'
    }
}
