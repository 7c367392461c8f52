BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $state, $config = $env:STRAVATOOLS_STATE, $env:XDG_CONFIG_HOME
}
AfterAll { $env:STRAVATOOLS_STATE, $env:XDG_CONFIG_HOME = $state, $config }

Describe 'Unregister-StravaSync' {
    BeforeEach {
        $env:STRAVATOOLS_STATE, $env:XDG_CONFIG_HOME = (New-TestFolder), (New-TestFolder)
        $files = 'service', 'timer' | ForEach-Object { New-Text "$env:XDG_CONFIG_HOME/systemd/user/stravatools-rides.$_" '' }
        $other = New-Text "$env:XDG_CONFIG_HOME/systemd/user/stravatools-mine.timer" ''
        $job = @{ Name = 'rides'; Scheduler = 'Systemd'; Every = '01:00:00'; Path = @('/rides'); Command = 'exit 0'; Files = $files }
        $null = New-Text "$env:STRAVATOOLS_STATE/schedules/rides.json" (ConvertTo-Json $job)
    }

    It 'deletes exactly the files of the job' {
        Get-StravaSync | Unregister-StravaSync | Should -BeNullOrEmpty
        Get-ChildItem $env:STRAVATOOLS_STATE, $env:XDG_CONFIG_HOME -Recurse -File | ForEach-Object FullName | Should -Be (Get-Item $other).FullName
        Get-StravaSync | Should -BeNullOrEmpty
    }

    It 'shows the commands with -WhatIf, and changes nothing' {
        $text = Unregister-StravaSync RIDES -WhatIf 6>&1 | Out-String
        $text | Should -BeLike '*systemctl --user disable --now stravatools-rides.timer*# Delete *'
        (Get-StravaSync).MissingFiles | Should -BeNullOrEmpty
    }

    It 'writes an error for a name that does not exist' {
        Unregister-StravaSync walks, rides -ErrorVariable errors -ErrorAction SilentlyContinue
        $errors.FullyQualifiedErrorId | Should -Be 'JobNotFound,StravaTools.PowerShell.Commands.UnregisterStravaSyncCommand'
        Get-StravaSync | Should -BeNullOrEmpty
    }
}
