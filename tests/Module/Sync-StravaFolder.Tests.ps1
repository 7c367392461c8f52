BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava
    $server = @{ BaseUri = $fake.Url; AccessToken = ConvertTo-Secret $fake.AccessToken }
    # Two hours old, so that none looks like it is being written.
    function New-Ride([string]$Path, [switch]$WithoutTimes) {
        $file = Get-Item (New-Gpx $Path -WithoutTimes:$WithoutTimes)
        $file.LastWriteTime = (Get-Date).AddHours(-2)
        $file.FullName
    }
}
AfterAll { Stop-FakeStrava }

Describe 'Sync-StravaFolder' {
    BeforeEach {
        $folder = New-TestFolder
        $ledger = @{ LedgerPath = New-TestFolder }
        $first = New-Ride "$folder/one.gpx"
    }

    It 'uploads each file once' {
        $result = Sync-StravaFolder $folder @server @ledger -InformationVariable text
        $result | Should -BeOfType StravaTools.Sync.Results.SyncResult
        $result.State | Should -Be Ready
        $result.Path | Should -Be $first
        (Get-FakeActivity $fake).id | Should -Contain $result.ActivityId
        "$text" | Should -BeLike 'Settled: 1 of 1*'
        Sync-StravaFolder $folder @server @ledger 6>$null | Should -BeNullOrEmpty
        (Sync-StravaFolder $folder -IncludeUnchanged @server @ledger 6>$null).State | Should -Be Ready
    }

    It 'returns the plan and its requests for -WhatIf, without a login' {
        $plan = Sync-StravaFolder -LiteralPath $folder -BaseUri $fake.Url @ledger -WhatIf 6>$null
        $plan | Should -BeOfType StravaTools.Sync.Results.SyncPlan
        $plan.ToSend | Should -Be 1
        $plan.Requests.Uploads | Should -Be 1
        $plan.DoneAt | Should -Not -BeNullOrEmpty
        Get-ChildItem $ledger.LedgerPath -Recurse | Should -BeNullOrEmpty
    }

    It 'writes an error for a file that needs the user, and sends the others' {
        $bad = New-Ride "$folder/route.gpx" -WithoutTimes
        $results = Sync-StravaFolder $folder @server @ledger -ErrorVariable errors -ErrorAction SilentlyContinue 6>$null
        $errors.FullyQualifiedErrorId | Should -Be 'GPX0102,StravaTools.PowerShell.Commands.SyncStravaFolderCommand'
        $errors.TargetObject | Should -Be $bad
        ($results | Where-Object State -EQ Ready).Path | Should -Be $first
    }

    It 'returns a file that waits, with the reason' {
        $result = Sync-StravaFolder $folder -Delay 3:0:0 @server @ledger -InformationVariable text 6>$null
        $result.State | Should -Be Waiting
        $result.Note | Should -Be 'It is newer than the delay.'
        "$text" | Should -BeLike '*Remaining: 1.*'
    }

    It 'returns only a summary with -PassSummary, also for <case>' -ForEach @(
        @{ Case = 'a missing folder'; Path = '/missing/folder'; Code = 3; Id = 'FolderNotReadable' }
        @{ Case = 'a missing login'; Code = 6; Id = 'NoAccessToken' }
        @{ Case = 'a move without a target'; Code = 2; Id = 'MoveTargetMissing'; More = @{ OnSettled = 'Move' } }
    ) {
        $login = if ($Code -eq 6) { @{ BaseUri = $fake.Url } } else { $server }
        $options = $More ?? @{}
        $summary = Sync-StravaFolder ($Path ?? $folder) @login @ledger @options -PassSummary -WarningAction SilentlyContinue
        [int]$summary.ExitCode | Should -Be $Code
        $summary.ErrorId | Should -Be $Id
    }

    It 'ends a job with its exit code: <code>' -ForEach @(@{ Code = 0; Bad = $false }, @{ Code = 4; Bad = $true }) {
        if ($Bad) { New-Ride "$folder/route.gpx" -WithoutTimes }
        $env:STRAVA_ACCESS_TOKEN = $fake.AccessToken; $env:STRAVA_BASE_URI = $fake.Url
        try {
            Invoke-PowerShell -Command "Import-Module '$Manifest'; exit (Sync-StravaFolder '$folder' -PassSummary -LedgerPath '$($ledger.LedgerPath)').ExitCode"
            $LASTEXITCODE | Should -Be $Code
        }
        finally { Remove-Item Env:STRAVA_ACCESS_TOKEN, Env:STRAVA_BASE_URI }
    }

    It 'writes a log, and reports the start and the end to a monitoring service' {
        $service = Start-CannedServer
        $log = Join-Path (New-TestFolder) logs/job.log
        try { $summary = Sync-StravaFolder $folder -PassSummary -LogPath $log -LogFormat Json -HeartbeatUri "$($service.Url)check" @server @ledger }
        finally { Stop-CannedServer $service }
        [int]$summary.ExitCode | Should -Be 0
        (Get-Content $log | ConvertFrom-Json).event | Should -Be @('start', 'file', 'end')
        $service.Requests.Path | Should -Be @('/check/start', '/check')
        $service.Requests.Method | Should -Be @('POST', 'POST')
    }

    It 'verifies with -Verify how many files are on Strava, and names the others' {
        $second = New-Ride "$folder/two.gpx"
        $null = Sync-StravaFolder $folder @server @ledger 6>$null
        $third = New-Ride "$folder/three.gpx"
        $plan = Sync-StravaFolder $folder -Verify -WhatIf @server @ledger -InformationVariable text 6>$null
        $plan.ToVerify | Should -Be 3
        $plan.Requests.Total | Should -Be 2
        "$text" | Should -BeLike 'What if: Files to verify: 3. Requests: at least 2*No file would be sent.'
        $missing = Sync-StravaFolder $folder -Verify @server @ledger -InformationVariable text 6>$null
        $missing.Path | Should -Be $third
        $missing.State | Should -Be Planned
        "$text" | Should -BeLike 'On Strava: 2 of 3. Need you: 0. Remaining: 1. Requests: 3.'
        $summary = Sync-StravaFolder $folder -Verify -PassSummary @server @ledger
        $summary.Verified | Should -Be 2
        [int]$summary.ExitCode | Should -Be 5
        (Sync-StravaFolder $folder -Verify -IncludeUnchanged @server @ledger 6>$null).Path | Should -Be @($first, $third, $second)
    }

    It 'watches with -Watch until SIGTERM, and returns one summary' -Skip:$IsWindows {
        $env:STRAVA_ACCESS_TOKEN = $fake.AccessToken; $env:STRAVA_BASE_URI = $fake.Url
        try {
            $program, $arguments = Get-PowerShellCommand
            $command = "Import-Module '$Manifest'; `$sum = Sync-StravaFolder '$folder' -Watch -PassSummary -LedgerPath '$($ledger.LedgerPath)'; `$sum.Changed; exit `$sum.ExitCode"
            $output = Join-Path (New-TestFolder) output.txt
            $process = Start-Process $program ($arguments + '-Command', "`"$command`"") -PassThru -RedirectStandardOutput $output
            $null = $process.Handle
            Wait-Until { (Get-StravaLedger -BaseUri $fake.Url @ledger -ErrorAction Ignore).State -contains 'Ready' }
            $second = New-Ride "$folder/two.gpx"
            Wait-Until { @((Get-StravaLedger -BaseUri $fake.Url @ledger).State -eq 'Ready').Count -eq 2 }
            [Native.Signals]::Send($process.Id, $Terminate) | Should -Be 0
            $process.WaitForExit(30000) | Should -BeTrue
            $process.ExitCode | Should -Be 0
            Get-Content $output | Should -Be 2
        }
        finally { if (-not $process.HasExited) { $process.Kill() }; Remove-Item Env:STRAVA_ACCESS_TOKEN, Env:STRAVA_BASE_URI }
    }

    It 'fails with -EventLog on other systems than Windows before anything is sent' -Skip:$IsWindows {
        $before = @(Get-FakeStravaRequest).Count
        Sync-StravaFolder $folder -EventLog @server @ledger -ErrorVariable errors -ErrorAction SilentlyContinue 6>$null | Should -BeNullOrEmpty
        $errors.FullyQualifiedErrorId | Should -BeLike 'EventLogNotUsable,*'
        "$errors" | Should -BeLike '*only Windows has one. Nothing was sent.'
        $errors.ErrorDetails.RecommendedAction | Should -BeLike '*-LogPath.'
        [int](Sync-StravaFolder $folder -EventLog -PassSummary @server @ledger -WarningAction SilentlyContinue).ExitCode | Should -Be 2
        @(Get-FakeStravaRequest).Count | Should -Be $before
    }

    It 'does not watch and verify at once' {
        $summary = Sync-StravaFolder $folder -Watch -Verify -PassSummary @server @ledger -WarningAction SilentlyContinue
        $summary.ErrorId | Should -Be WatchOrVerify
        [int]$summary.ExitCode | Should -Be 2
    }

    It 'moves settled files' {
        $archive = New-TestFolder
        $null = Sync-StravaFolder $folder -OnSettled Move -MoveTo $archive @server @ledger 6>$null
        Test-Path $first | Should -BeFalse
        Test-Path "$archive/one.gpx" | Should -BeTrue
    }
}
