BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $token = ConvertTo-Secret 'fake-s3cret'
}

Describe 'Get-StravaActivityLap' {
    It 'lists laps' {
        $canned = Start-CannedServer 200 '[{"id":9007199254740993,"activity":{"id":5},"lap_index":1,"name":"Lap 1","elapsed_time":618,"moving_time":495,"distance":1609.35,"average_speed":3.3}]' application/json
        $output = [pscustomobject]@{ Id = '9007199254740993' } | Get-StravaActivityLap -BaseUri $canned.Url -AccessToken $token
        Stop-CannedServer $canned
        $output | Should -BeOfType StravaTools.Client.Activities.StravaLap
        $canned.Requests.ToArray()[0].Path | Should -BeLike '/api/v3/activities/9007199254740993/laps'
        ($output | Out-String -Width 120) -split '\r?\n' | Where-Object { $_.TrimEnd().Length -gt 120 } | Should -BeNullOrEmpty
        $output.Id | Should -Be 9007199254740993
        $output | Out-String -Width 120 | Should -BeLike '*0:10:18*1.61*Lap 1*'
    }

    It 'writes an error for each unknown activity' {
        $canned = Start-CannedServer 404 '{"message":"Resource Not Found","errors":[]}' application/json
        Get-StravaActivityLap 1, 2 -BaseUri $canned.Url -AccessToken $token -ErrorAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty
        Stop-CannedServer $canned
        $errors.FullyQualifiedErrorId | Should -Be 'NotFound,StravaTools.PowerShell.Commands.GetStravaActivityLapCommand', 'NotFound,StravaTools.PowerShell.Commands.GetStravaActivityLapCommand'
        $errors.TargetObject | Should -Be 1, 2
    }
}
