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

    It 'returns the plan with its price for -WhatIf, without a login' {
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

    It 'writes a log, and tells a monitoring service of the start and the end' {
        $service = Start-CannedServer
        $log = Join-Path (New-TestFolder) logs/job.log
        try { $summary = Sync-StravaFolder $folder -PassSummary -LogPath $log -LogFormat Json -HeartbeatUri "$($service.Url)check" @server @ledger }
        finally { Stop-CannedServer $service }
        [int]$summary.ExitCode | Should -Be 0
        (Get-Content $log | ConvertFrom-Json).event | Should -Be @('start', 'file', 'end')
        $service.Requests.Path | Should -Be @('/check/start', '/check')
        $service.Requests.Method | Should -Be @('POST', 'POST')
    }

    It 'moves settled files' {
        $archive = New-TestFolder
        $null = Sync-StravaFolder $folder -OnSettled Move -MoveTo $archive @server @ledger 6>$null
        Test-Path $first | Should -BeFalse
        Test-Path "$archive/one.gpx" | Should -BeTrue
    }
}
