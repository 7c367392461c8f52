BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $token = ConvertTo-Secret 'fake-s3cret'
    $club = '{"id":9007199254740993,"resource_state":3,"name":"Team Strava Cycling","sport_type":"cycling","city":"San Francisco","state":"CA","country":"United States","private":false,"member_count":102,"membership":"member","description":"We ride","club_type":"company","url":"team-strava","dimensions":["distance"]}'
}

Describe 'Get-StravaClub' {
    It 'gets clubs by ID and by club objects: <name>' -ForEach @(
        @{ Name = 'an id'; Get = { param($server) Get-StravaClub 9007199254740993 @server } }
        @{ Name = 'a string'; Get = { param($server) '9007199254740993' | Get-StravaClub @server } }
        @{ Name = 'a club'; Get = { param($server) [StravaTools.Client.Clubs.StravaClub]@{ Id = 9007199254740993 } | Get-StravaClub @server } }
        @{ Name = 'a row with ClubId'; Get = { param($server) [pscustomobject]@{ Id = 1; ClubId = '9007199254740993' } | Get-StravaClub @server } }
    ) {
        $canned = Start-CannedServer 200 $club application/json
        $output = & $get @{ BaseUri = $canned.Url; AccessToken = $token }
        Stop-CannedServer $canned
        $canned.Requests.ToArray().Path | Should -Be '/api/v3/clubs/9007199254740993'
        $output | Should -BeOfType StravaTools.Client.Clubs.StravaClub
        $output.Id | Should -Be 9007199254740993
        $output.ExtensionData['dimensions'].ToString() | Should -Be '["distance"]'
        $output | Out-String -Width 120 | Should -BeLike '*9007199254740993 cycling*102*member*Team Strava Cycling*San Francisco, CA, United*'
        $output | Format-List | Out-String -Width 120 | Should -BeLike '*Description : We ride*'
    }

    It 'writes an error for each unknown ID' {
        $canned = Start-CannedServer 404 '{"message":"Resource Not Found","errors":[]}' application/json
        Get-StravaClub 1, 2 -BaseUri $canned.Url -AccessToken $token -ErrorAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty
        Stop-CannedServer $canned
        $errors.FullyQualifiedErrorId | Should -Be 'NotFound,StravaTools.PowerShell.Commands.GetStravaClubCommand', 'NotFound,StravaTools.PowerShell.Commands.GetStravaClubCommand'
        $errors.TargetObject | Should -Be 1, 2
    }

    It 'skips objects without the ID' {
        $null, @() | Get-StravaClub -BaseUri 'http://127.0.0.1:1' -AccessToken $token | Should -BeNullOrEmpty
    }
}
