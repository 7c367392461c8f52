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

Describe 'Get-StravaLedger' {
    It 'shows each file' {
        $files = Get-StravaLedger @ledger
        $files | Should -BeOfType StravaTools.Sync.Results.SyncResult
        $files.State | Should -Be Ready, Invalid
        $files[0].ActivityUrl | Should -Be "$($fake.Url)activities/$($files[0].ActivityId)"
    }

    It 'shows only files in a state' {
        (Get-StravaLedger -State Invalid @ledger).ErrorId | Should -Be GPX0102
    }

    It 'shows nothing for an athlete without a ledger' {
        Get-StravaLedger -Athlete 5 @ledger | Should -BeNullOrEmpty
    }
}
