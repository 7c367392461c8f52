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

Describe 'Reset-StravaSyncItem' {
    It 'changes nothing with -WhatIf' {
        Reset-StravaSyncItem "$folder/ride.gpx" @ledger -WhatIf 6>$null | Should -BeNullOrEmpty
        (Get-StravaLedger -State Ready @ledger).Count | Should -Be 1
    }

    It 'lets the next run send a file again' {
        $reset = Reset-StravaSyncItem -LiteralPath "$folder/ride.gpx" @ledger
        $reset.State | Should -Be Planned
        $summary = Sync-StravaFolder $folder -PassSummary -AccessToken (ConvertTo-Secret $fake.AccessToken) @ledger
        $summary.Requests.Uploads | Should -Be 1
        # The activity still exists, so Strava reports a duplicate of it. It carries the key of the file, so it is recognized.
        (Get-StravaLedger -State Ready @ledger).Count | Should -Be 1
    }
}
