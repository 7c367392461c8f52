BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava
}
AfterAll { Stop-FakeStrava }

Describe 'Get-StravaAthlete' {
    It 'gets the current athlete' {
        $athlete = Get-StravaAthlete -BaseUri $fake.Url -AccessToken (ConvertTo-Secret $fake.AccessToken)
        $athlete | Should -BeOfType StravaTools.Client.Athletes.StravaAthlete
        $athlete.Id | Should -BeGreaterThan 0
        $athlete.FirstName | Should -Not -BeNullOrEmpty
        $athlete | Out-String -Width 120 | Should -BeLike "*First name*$($athlete.FirstName)*"
        $athlete | Format-List | Out-String -Width 120 | Should -BeLike "*Name *: $($athlete.FirstName) $($athlete.LastName)*"
    }

    It 'shows requests and responses with -Debug, without secrets and without a question' {
        $shown = Get-StravaAthlete -BaseUri $fake.Url -AccessToken (ConvertTo-Secret $fake.AccessToken) -Debug 5>&1 4>&1 | Out-String -Width 400
        $shown | Should -BeLike "*> GET $($fake.Url)api/v3/athlete*> Authorization: Bearer (hidden)*< 200 OK*< X-RateLimit-Usage: *< {`"id`":*"
        $shown | Should -Not -BeLike "*$($fake.AccessToken)*"
        $shown | Should -Not -BeLike '*200 after*'
    }

    It 'gets athletes by ID and by related objects, and writes NotFound for unknown ones' {
        $server = @{ BaseUri = $fake.Url; AccessToken = ConvertTo-Secret $fake.AccessToken }
        $own = Get-StravaAthlete @server
        $activity = New-StravaActivity Yoga Yoga '2026-01-01 07:30' 3600 @server
        ($own, $activity, [pscustomobject]@{ AthleteId = "$($own.Id)" } | Get-StravaAthlete @server).Id | Should -Be $own.Id, $own.Id, $own.Id
        (Get-StravaAthlete 9007199254740993, $own.Id @server -ErrorAction SilentlyContinue -ErrorVariable errors).Id | Should -Be $own.Id
        $errors.FullyQualifiedErrorId | Should -Be 'NotFound,StravaTools.PowerShell.Commands.GetStravaAthleteCommand'
        $errors.TargetObject | Should -Be 9007199254740993
        $null | Get-StravaAthlete @server | Should -BeNullOrEmpty
    }

    It 'writes NotAuthorized for an unknown token' {
        Get-StravaAthlete -BaseUri $fake.Url -AccessToken (ConvertTo-Secret unknown) -ErrorAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty
        $errors.FullyQualifiedErrorId | Should -Be 'NotAuthorized,StravaTools.PowerShell.Commands.GetStravaAthleteCommand'
    }
}
