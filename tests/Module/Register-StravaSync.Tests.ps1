BeforeAll {
    . $PSScriptRoot/Shared.ps1
    # What the commands of the scheduler were, without the scheduler.
    $bin = New-TestFolder
    $calls = "$bin/calls"
    if (-not $IsWindows) {
        foreach ($name in 'systemctl', 'launchctl') {
            $null = New-Text "$bin/$name" "#!/bin/sh`necho `"$name `$*`" >>'$calls'`ntest ! -e '$bin/fails' || { echo 'no bus' >&2; exit 1; }`n"
            chmod +x "$bin/$name"
        }
    }
    $variables = 'PATH', 'XDG_CONFIG_HOME', 'STRAVATOOLS_STATE', 'STRAVATOOLS_TOKEN_STORE', 'STRAVA_BASE_URI'
    $before = @{}
    foreach ($name in $variables) { $before[$name] = [Environment]::GetEnvironmentVariable($name) }
    $env:PATH = $bin + [System.IO.Path]::PathSeparator + $env:PATH

    # Reads a line as systemd does: quotes, escapes, specifiers, and variables.
    function Split-UnitLine([string]$Line) {
        foreach ($word in [regex]::Matches($Line, '"((?:[^"\\]|\\.)*)"')) {
            $word.Groups[1].Value -replace '\\n', "`n" -replace '\\(.)', '$1' -replace '%%', '%' -replace '\$\$', '$'
        }
    }
    function Get-Unit([string]$Extension) { Get-Content "$env:XDG_CONFIG_HOME/systemd/user/stravatools-rides.$Extension" -Raw }
    function Get-ErrorId($Errors) { $Errors.FullyQualifiedErrorId -replace ',.*' }
}
AfterAll {
    Stop-FakeStrava
    foreach ($name in $variables) { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
}

Describe 'Register-StravaSync' {
    BeforeEach {
        $env:XDG_CONFIG_HOME = New-TestFolder
        $env:STRAVATOOLS_STATE = New-TestFolder
        Remove-Item $calls, "$bin/fails" -ErrorAction Ignore
        # A name that each of the quoting rules changes.
        $folder = Join-Path (New-TestFolder) "it's 100% `$HOME/rides"
        $null = New-Item $folder -ItemType Directory
    }

    It 'writes a timer and a service, enables them, and says how to run without a session' -Skip:(-not $IsLinux) {
        $job = Register-StravaSync -LiteralPath $folder -Every 1h -Parameter @{ MoveTo = 'done'; OnSettled = 'Move' } -InformationVariable text -WarningVariable warning -WarningAction SilentlyContinue 6>$null
        $job | Should -BeOfType StravaTools.PowerShell.Schedules.SyncSchedule
        $job.Name | Should -Be rides
        Get-Unit timer | Should -BeLike '*OnCalendar=[*]-[*]-[*] [*]:07:00*Persistent=true*RandomizedDelaySec=600*'
        Get-Unit service | Should -BeLike '*SuccessExitStatus=5 8 10*TimeoutStopSec=60*'
        Get-Content $calls | Should -Be @('systemctl --user daemon-reload', 'systemctl --user enable stravatools-rides.timer', 'systemctl --user restart stravatools-rides.timer')
        "$warning" | Should -BeLike '*Connect-Strava*'
        "$text" | Should -BeLike $(if (Test-Path "/var/lib/systemd/linger/$([Environment]::UserName)") { '' } else { '*loginctl enable-linger*' })
        foreach ($file in $job.Files) { (Get-Item $file).UnixFileMode | Should -Be ([System.IO.UnixFileMode]'UserRead, UserWrite') }
        $job.Command | Should -BeLike "*-MoveTo '$((Join-Path $PWD.ProviderPath done).Replace("'", "''"))' -OnSettled 'Move' -MaxDuration '00:50:00'*"
    }

    It 'writes units that systemd accepts' -Skip:(-not $IsLinux) {
        $job = Register-StravaSync -LiteralPath $folder -Every 6h -At 3:30:00 6>$null 3>$null
        Get-Content $job.Files -Raw | Should -BeLike '*`[Unit`]*'
        if (-not (Get-Command systemd-analyze -ErrorAction Ignore)) { return }
        $env:XDG_RUNTIME_DIR = New-TestFolder
        try {
            $problems = systemd-analyze verify --user (Get-StravaSync).Files 2>&1
            $LASTEXITCODE | Should -Be 0 -Because $problems
            # systemd reads the units of the system, too, and their sockets may not fit into the path of this folder.
            $problems -like '*stravatools*.service*' + ($problems -like '*stravatools*.timer*') | Should -BeNullOrEmpty
        }
        finally { $env:XDG_RUNTIME_DIR = $null }
    }

    It 'writes a service whose command uploads the files in a clean environment' -Skip:(-not $IsLinux) {
        $fake = Start-FakeStrava
        $env:STRAVATOOLS_TOKEN_STORE = Join-Path (New-TestFolder) tokens
        $env:STRAVA_BASE_URI = $fake.Url
        $login = Connect-Strava 1 (ConvertTo-Secret fake-client-secret) -NoListener
        $page = Invoke-WebRequest $login.Url -MaximumRedirection 0 -SkipHttpErrorCheck -ErrorAction Ignore
        # The athlete of the fake has granted these permissions before.
        $null = $login | Connect-Strava -RedirectedUrl $page.Headers.Location[0]
        (Get-Item (New-Gpx "$folder/one.gpx")).LastWriteTime = (Get-Date).AddHours(-2)

        $null = Register-StravaSync -LiteralPath $folder -Every 1h 6>$null -WarningVariable warning
        $warning | Should -BeNullOrEmpty
        $command = Split-UnitLine ((Get-Unit service) -split "`n" -match '^ExecStart=')
        env -i "HOME=$(New-TestFolder)" PATH=/usr/bin:/bin $command 2>&1 | Should -BeNullOrEmpty
        $LASTEXITCODE | Should -Be 0
        (Get-FakeActivity $fake).external_id | Should -BeLike 'one~*'
        (Get-StravaLedger).State | Should -Be Ready
    }

    It 'reads <Value> as <Expected>, like Sync-StravaFolder' -ForEach @(
        @{ Value = '26:00:00'; Expected = '1.02:00:00' }
        @{ Value = 90; Expected = '00:01:30' }
        @{ Value = [timespan]'00:30:00'; Expected = '00:30:00' }
    ) {
        $text = Register-StravaSync -LiteralPath $folder -Every 12h -Parameter @{ MaxDuration = $Value } -WhatIf 6>&1 | Out-String
        $text | Should -BeLike "*MaxDuration*$Expected*"
    }

    It 'shows the files and commands of <_> with -WhatIf, and writes nothing' -ForEach Systemd, LaunchAgent, TaskScheduler {
        $text = Register-StravaSync -LiteralPath $folder -Every 12h -At 5:00:00 -Scheduler $_ -WhatIf 6>&1 | Out-String
        $text | Should -BeLike "*it''s 100*"
        $text | Should -BeLike '*MaxDuration ''10:00:00''*'
        Get-ChildItem $env:STRAVATOOLS_STATE, $env:XDG_CONFIG_HOME -Recurse | Should -BeNullOrEmpty
        Test-Path $calls | Should -BeFalse
        if ($_ -eq 'Systemd') {
            $text | Should -BeLike '*OnCalendar=[*]-[*]-[*] 05,17:00:00*systemctl --user daemon-reload*'
            return
        }

        $xml = [xml]($text.Substring($text.IndexOf('<?xml'), $text.LastIndexOf('>') + 1 - $text.IndexOf('<?xml')) -replace '<!DOCTYPE[^>]*>' -replace 'UTF-16', 'UTF-8')
        if ($_ -eq 'LaunchAgent') {
            $xml.plist.dict.array[1].dict.integer | Should -Be @('5', '0', '17', '0')
            $text | Should -BeLike '*launchctl load -w *stravatools.rides.plist*'
        }
        else {
            $xml.Task.Triggers.TimeTrigger.Repetition.Interval | Should -Be PT12H
            $xml.Task.Settings.StartWhenAvailable | Should -Be 'true'
            $xml.Task.Settings.ExecutionTimeLimit | Should -Be PT10H10M
            $text | Should -BeLike '*schtasks.exe /Create /F /TN \StravaTools\rides /XML *'
        }
    }

    It 'passes -EventLog to a task of Windows' {
        $text = Register-StravaSync -LiteralPath $folder -Every 1h -Scheduler TaskScheduler -Parameter @{ EventLog = $true } -WhatIf 6>&1 | Out-String
        $text | Should -BeLike '*Sync-StravaFolder*-EventLog:$true*'
    }

    It 'registers nothing if the scheduler fails' -Skip:$IsWindows {
        $null = New-Text "$bin/fails" ''
        Register-StravaSync -LiteralPath $folder -Every 1h -ErrorVariable errors -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-ErrorId $errors | Should -Be SchedulerFailed
        "$errors" | Should -BeLike '*no bus*'
        Get-ChildItem $env:STRAVATOOLS_STATE, $env:XDG_CONFIG_HOME -Recurse -File | Should -BeNullOrEmpty
    }

    It 'does not replace the job of another folder without -Force' -Skip:$IsWindows {
        $null = Register-StravaSync -LiteralPath $folder -Every 1h 6>$null 3>$null
        $null = Register-StravaSync -LiteralPath $folder -Every 2h 6>$null 3>$null
        { Register-StravaSync $bin -Name rides -Every 1h } | Should -Throw -ErrorId 'JobExists*'
        $null = Register-StravaSync $bin -Name rides -Every 1h -Force 6>$null 3>$null
        (Get-StravaSync rides).Path | Should -Be $bin
    }

    It 'rejects <case>' -ForEach @(
        @{ Case = 'an interval that does not divide the day'; Options = @{ Every = '7h' }; Id = 'TimesNotPossible' }
        @{ Case = 'a secret'; Options = @{ Every = '1h'; Parameter = @{ AccessToken = 'x' } }; Id = 'JobParameterNotPossible' }
        @{ Case = 'an unknown parameter'; Options = @{ Every = '1h'; Parameter = @{ Colour = 'x' } }; Id = 'JobParameterNotPossible' }
        @{ Case = 'a value of another type'; Options = @{ Every = '1h'; Parameter = @{ RequestReserve = 'x' } }; Id = 'JobParameterNotPossible' }
        @{ Case = 'the event log of Windows with another scheduler'; Options = @{ Every = '1h'; Scheduler = 'Systemd'; Parameter = @{ EventLog = $true } }; Id = 'JobParameterNotPossible' }
    ) {
        { Register-StravaSync -LiteralPath $folder @Options } | Should -Throw -ErrorId "$Id*"
    }
}
