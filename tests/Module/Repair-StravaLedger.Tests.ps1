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

Describe 'Repair-StravaLedger' {
    BeforeAll { $server = @{ AccessToken = ConvertTo-Secret $fake.AccessToken } }

    It 'rebuilds a damaged ledger from the list of activities' {
        $path = (Test-StravaLedger @ledger).Path
        $bytes = [System.IO.File]::ReadAllBytes($path)
        # Every line but the header.
        for ($i = 200; $i -lt $bytes.Count; $i += 40) { $bytes[$i] = $bytes[$i] -bxor 1 }
        [System.IO.File]::WriteAllBytes($path, $bytes)
        $found = Repair-StravaLedger $folder -FromStrava @server @ledger
        $found.Path | Should -Be (Join-Path $folder ride.gpx)
        (Test-StravaLedger @ledger).IsValid | Should -BeTrue
        (Sync-StravaFolder $folder -PassSummary @server @ledger).Requests.Uploads | Should -Be 0
    }

    It 'changes nothing with -WhatIf' {
        $before = (Test-StravaLedger @ledger).Generation
        Repair-StravaLedger -LiteralPath $folder -FromStrava @server @ledger -WhatIf 6>$null | Should -BeNullOrEmpty
        (Test-StravaLedger @ledger).Generation | Should -Be $before
    }
}
