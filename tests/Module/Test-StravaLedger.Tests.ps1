BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava
    $ledger = @{ LedgerPath = New-TestFolder; BaseUri = $fake.Url }
    $folder = New-TestFolder
    foreach ($name in 'ride', 'route') {
        (Get-Item (New-Gpx "$folder/$name.gpx" -WithoutTimes:($name -eq 'route'))).LastWriteTime = (Get-Date).AddHours(-2)
    }
    $null = Sync-StravaFolder $folder -PassSummary -AccessToken (ConvertTo-Secret $fake.AccessToken) @ledger
}
AfterAll { Stop-FakeStrava }

Describe 'Test-StravaLedger' {
    It 'reports an intact ledger' {
        $report = Test-StravaLedger @ledger
        $report | Should -BeOfType StravaTools.Sync.Results.LedgerReport
        $report.IsValid | Should -BeTrue
        $report.States['Ready'] | Should -Be 1
    }

    It 'reports damage, and does not change the file' {
        $path = (Test-StravaLedger @ledger).Path
        $bytes = [System.IO.File]::ReadAllBytes($path)
        $bytes[300] = $bytes[300] -bxor 1
        [System.IO.File]::WriteAllBytes($path, $bytes)
        $report = Test-StravaLedger @ledger
        $report.IsValid | Should -BeFalse
        $report.Problem | Should -BeLike '*is damaged at line*'
        [System.IO.File]::ReadAllBytes($path) | Should -Be $bytes
    }
}
