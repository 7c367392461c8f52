BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $token = ConvertTo-Secret 'fake-s3cret'
}

Describe 'Get-StravaActivityZone' {
    It 'lists zones, each with its activity' {
        $canned = Start-CannedServer 200 '[{"score":215,"type":"heartrate","sensor_based":true,"distribution_buckets":[{"min":0,"max":115,"time":1735},{"min":115,"max":-1,"time":36}]}]' application/json
        $output = [pscustomobject]@{ Id = '9007199254740993' } | Get-StravaActivityZone -BaseUri $canned.Url -AccessToken $token
        Stop-CannedServer $canned
        $output | Should -BeOfType StravaTools.Client.Activities.StravaActivityZone
        $canned.Requests.ToArray()[0].Path | Should -BeLike '/api/v3/activities/9007199254740993/zones'
        ($output | Out-String -Width 120) -split '\r?\n' | Where-Object { $_.TrimEnd().Length -gt 120 } | Should -BeNullOrEmpty
        $output.ActivityId | Should -Be 9007199254740993
        $output | Out-String -Width 120 | Should -BeLike '*heartrate*215*1735 36*'
    }

    It 'writes an error for each unknown activity' {
        $canned = Start-CannedServer 404 '{"message":"Resource Not Found","errors":[]}' application/json
        Get-StravaActivityZone 1, 2 -BaseUri $canned.Url -AccessToken $token -ErrorAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty
        Stop-CannedServer $canned
        $errors.FullyQualifiedErrorId | Should -Be 'NotFound,StravaTools.PowerShell.Commands.GetStravaActivityZoneCommand', 'NotFound,StravaTools.PowerShell.Commands.GetStravaActivityZoneCommand'
        $errors.TargetObject | Should -Be 1, 2
    }
}
