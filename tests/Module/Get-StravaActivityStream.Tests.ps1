BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $token = ConvertTo-Secret 'fake-s3cret'
}

Describe 'Get-StravaActivityStream' {
    It 'gets streams, each with its activity' {
        $canned = Start-CannedServer 200 '{"latlng":{"data":[[47.1,8.5],null],"original_size":2,"resolution":"high"},"heartrate":{"data":[120,null],"original_size":2}}' application/json
        $output = [pscustomobject]@{ Id = '9007199254740993' } | Get-StravaActivityStream -BaseUri $canned.Url -AccessToken $token
        Stop-CannedServer $canned
        $output | Should -BeOfType StravaTools.Client.Activities.StravaStreamData
        $canned.Requests.ToArray()[0].Path | Should -BeLike '/api/v3/activities/9007199254740993/streams[?]keys=time,distance,*'
        ($output | Out-String -Width 120) -split '\r?\n' | Where-Object { $_.TrimEnd().Length -gt 120 } | Should -BeNullOrEmpty
        $output.Type | Should -Be latlng, heartrate
        $output.ActivityId | Should -Be 9007199254740993, 9007199254740993
        $output[0].Data[0].Latitude | Should -Be 47.1
        $output[1].Data | Should -Be 120, $null
    }

    It 'gets the requested types and completes them' {
        $canned = Start-CannedServer 200 '[]' application/json
        Get-StravaActivityStream 5 heartrate, watts -BaseUri $canned.Url -AccessToken $token | Should -BeNullOrEmpty
        Stop-CannedServer $canned
        $canned.Requests.ToArray()[0].Path | Should -Be '/api/v3/activities/5/streams?keys=heartrate,watts&key_by_type=true'
        $line = 'Get-StravaActivityStream 5 -Type he'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be heartrate
    }

    It 'writes an error for each unknown activity' {
        $canned = Start-CannedServer 404 '{"message":"Resource Not Found","errors":[]}' application/json
        Get-StravaActivityStream 1, 2 -BaseUri $canned.Url -AccessToken $token -ErrorAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty
        Stop-CannedServer $canned
        $errors.FullyQualifiedErrorId | Should -Be 'NotFound,StravaTools.PowerShell.Commands.GetStravaActivityStreamCommand', 'NotFound,StravaTools.PowerShell.Commands.GetStravaActivityStreamCommand'
        $errors.TargetObject | Should -Be 1, 2
    }
}
