BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava
    $ledger = @{ LedgerPath = New-TestFolder; BaseUri = $fake.Url }
    $folder = New-TestFolder
    foreach ($name in 'ride', 'route') {
        (Get-Item (New-Gpx "$folder/$name.gpx" -WithoutTimes:($name -eq 'route'))).LastWriteTime = (Get-Date).AddHours(-2)
    }
    foreach ($run in 1..2) { $null = Sync-StravaFolder $folder -PassSummary -AccessToken (ConvertTo-Secret $fake.AccessToken) @ledger }
}
AfterAll { Stop-FakeStrava }

Describe 'Get-StravaSyncReport' {
    It 'returns the last runs, with what needs the user and how to fix it' {
        $report = Get-StravaSyncReport -Last 2 @ledger
        $report | Should -BeOfType StravaTools.Sync.Results.SyncReport
        $report.Runs.ExitCode | Should -Be @('NeedsYou', 'NeedsYou')
        $report.Problems.ErrorId | Should -Be GPX0102
        $report.Problems.Remedy | Should -BeLike 'Test-ActivityFile*'
        $report.New.Path | Should -Be (Join-Path $folder ride.gpx)
        $report.LastSuccess | Should -BeNullOrEmpty
        (Get-StravaSyncReport @ledger).New | Should -BeNullOrEmpty
    }

    It 'returns text, HTML, and JSON with -As' {
        $lines = (Get-StravaSyncReport -As Text @ledger) -split '\n'
        $lines[0] | Should -Be 'StravaTools: 1 need you, 0 new, 0 remain'
        $lines | Where-Object Length -GT 80 | Should -BeNullOrEmpty
        Get-StravaSyncReport -As Html @ledger | Should -BeLike '<!DOCTYPE html>*'
        (Get-StravaSyncReport -As Json @ledger | ConvertFrom-Json).problems[0].state | Should -Be Invalid
    }

    It 'writes a file in the format of its extension, and overwrites one with -Force' {
        $path = Join-Path (New-TestFolder) 'report[1].html'
        Get-StravaSyncReport -OutputPath $path @ledger | Should -BeNullOrEmpty
        Get-Content -LiteralPath $path -Raw | Should -BeLike '<!DOCTYPE html>*'
        Get-StravaSyncReport -OutputPath $path @ledger -ErrorVariable errors -ErrorAction SilentlyContinue
        $errors.FullyQualifiedErrorId | Should -Be 'FileExists,StravaTools.PowerShell.Commands.GetStravaSyncReportCommand'
        Get-StravaSyncReport -OutputPath $path -As Json -Force @ledger
        (Get-Content -LiteralPath $path -Raw | ConvertFrom-Json).files | Should -Be 2
    }

    It 'writes an error without a ledger' {
        Get-StravaSyncReport -Athlete 5 @ledger -ErrorVariable errors -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $errors.FullyQualifiedErrorId | Should -Be 'LedgerNotFound,StravaTools.PowerShell.Commands.GetStravaSyncReportCommand'
        Get-StravaSyncReport -LedgerPath (New-TestFolder) -BaseUri $fake.Url -ErrorVariable errors -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $errors.FullyQualifiedErrorId | Should -Be 'LedgerNotFound,StravaTools.PowerShell.Commands.GetStravaSyncReportCommand'
    }

    It 'has a list that fits one screen of <_> columns' -ForEach 80, 140 {
        $lines = (Get-StravaSyncReport @ledger | Out-String -Width $_) -split '\r?\n'
        $lines | Where-Object Length -GT $_ | Should -BeNullOrEmpty
        $lines.Count | Should -BeLessThan 24
        $lines -match '^Need you +: 1$' | Should -Not -BeNullOrEmpty
    }
}
