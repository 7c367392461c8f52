BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava
}
AfterAll { Stop-FakeStrava }

Describe 'Get-StravaAthlete' {
    It 'tells whose token it is' {
        $athlete = Get-StravaAthlete -BaseUri $fake.Url -AccessToken (ConvertTo-Secret $fake.AccessToken)
        $athlete | Should -BeOfType StravaTools.Client.Activities.StravaAthlete
        $athlete.Id | Should -BeGreaterThan 0
        $athlete.FirstName | Should -Not -BeNullOrEmpty
        $athlete | Out-String -Width 120 | Should -BeLike "*First name*$($athlete.FirstName)*"
    }

    It 'writes NotAuthorized for an unknown token' {
        Get-StravaAthlete -BaseUri $fake.Url -AccessToken (ConvertTo-Secret unknown) -ErrorAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty
        $errors.FullyQualifiedErrorId | Should -Be 'NotAuthorized,StravaTools.PowerShell.GetStravaAthleteCommand'
    }
}
