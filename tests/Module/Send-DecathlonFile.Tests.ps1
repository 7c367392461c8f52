BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava
    $server = Get-DecathlonServer $fake
    function Get-Id($Errors) { $Errors.FullyQualifiedErrorId -replace ',StravaTools.PowerShell.Commands.SendDecathlonFileCommand$' }
}
AfterAll { Stop-FakeStrava }

Describe 'Send-DecathlonFile' {
    BeforeEach { $folder = New-TestFolder }

    It 'stores a picture that can be downloaded byte for byte' -Tag 'Clause:DE-004', 'Clause:DE-012' {
        $stored = Send-DecathlonFile $Photo @server
        $stored | Should -BeOfType StravaTools.Decathlon.DecathlonStoredFile
        $stored.File | Should -Be $Photo
        $stored.ContentType | Should -Be 'image/jpeg'
        $stored.Size | Should -Be 7721
        (Invoke-WebRequest $stored.Url).Content | Should -Be ([System.IO.File]::ReadAllBytes($Photo))
    }

    It 'accepts files from the pipeline and names with brackets' {
        Copy-Item $Photo "$folder/a [1].jpg"; Copy-Item "$Samples/lunch-walk.tcx" $folder; $null = New-Item "$folder/sub" -ItemType Directory
        $stored = Get-ChildItem $folder | Send-DecathlonFile @server -ErrorVariable errors
        $errors | Should -BeNullOrEmpty
        $stored.ContentType | Sort-Object | Should -Be 'application/vnd.garmin.tcx+xml', 'image/jpeg'
    }

    It 'continues after an invalid file: <id>' -ForEach @(
        @{ Id = 'FileNotFound'; Bad = { "$folder/missing.jpg" } }
        @{ Id = 'PathIsDirectory'; Bad = { $folder } }
        @{ Id = 'DecathlonFileNotTaken'; Bad = { "$Samples/morning-ride.fit" } }
        @{ Id = 'DecathlonFileNotTaken'; Bad = { New-Text "$folder/a.jpg" 'no picture' } }
        @{ Id = 'PictureBroken'; Bad = { [System.IO.File]::WriteAllBytes("$folder/b.jpg", [System.IO.File]::ReadAllBytes($Photo)[0..4000]); "$folder/b.jpg" } }
        @{ Id = 'DecathlonPhotoTooLarge'; Bad = { New-LargePhoto "$folder/c.jpg" 10mb } }
        @{ Id = 'PictureNotJpeg'; Bad = { [System.IO.File]::WriteAllBytes("$folder/d.jpg", [byte[]](0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A)); "$folder/d.jpg" } }
    ) {
        $stored = Send-DecathlonFile (& $bad), $Photo @server -ErrorAction SilentlyContinue -ErrorVariable errors
        $stored | Should -HaveCount 1
        Get-Id $errors | Should -Be $id
        $errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'converts a PNG with -ConvertToJpeg, and says how else' {
        New-Png "$folder/a.png"
        Send-DecathlonFile "$folder/a.png" @server -ErrorAction SilentlyContinue -ErrorVariable errors
        Get-Id $errors | Should -Be PictureNotJpeg
        $errors[0].ErrorDetails.RecommendedAction | Should -BeLike '*-ConvertToJpeg*'
        (Send-DecathlonFile "$folder/a.png" -ConvertToJpeg @server).ContentType | Should -Be image/jpeg
    }

    It 'does not read a device' -Skip:$IsWindows {
        $null = New-Item "$folder/endless.jpg" -ItemType SymbolicLink -Target /dev/zero
        Send-DecathlonFile "$folder/endless.jpg" @server -ErrorAction SilentlyContinue -ErrorVariable errors
        Get-Id $errors | Should -Be FileNotReadable
    }

    It 'says how to export a HEIC picture' {
        [System.IO.File]::WriteAllBytes("$folder/a.heic", [byte[]](0, 0, 0, 24 + [System.Text.Encoding]::ASCII.GetBytes('ftypheic') + [byte[]]::new(100)))
        Send-DecathlonFile "$folder/a.heic" -ConvertToJpeg @server -ErrorAction SilentlyContinue -ErrorVariable errors
        Get-Id $errors | Should -Be PictureHeic
        $errors[0].ErrorDetails.RecommendedAction | Should -BeLike '*magick*iPhone*'
    }

    It 'removes the location before a picture is sent' {
        $place = [System.Text.Encoding]::ASCII.GetBytes("http://ns.adobe.com/xap/1.0/`0 GPSLatitude 47,22.5502N")
        $bytes = [System.IO.File]::ReadAllBytes($Photo)
        [System.IO.File]::WriteAllBytes("$folder/a.jpg", [byte[]](@(0xFF, 0xD8, 0xFF, 0xE1, 0, ($place.Count + 2)) + $place + $bytes[2..($bytes.Count - 1)]))
        $stored = Send-DecathlonFile "$folder/a.jpg" -RemoveLocation @server
        (Invoke-WebRequest $stored.Url).Content | Should -Be $bytes
        (Get-Item "$folder/a.jpg").Length | Should -BeGreaterThan $bytes.Count
    }

    It 'throws without an API key or a token' -ForEach @(
        @{ Id = 'NoDecathlonApiKey'; Given = { @{ BaseUri = $fake.Url; AccessToken = $server.AccessToken } } }
        @{ Id = 'DecathlonNotConnected'; Given = { @{ BaseUri = $fake.Url; ApiKey = $server.ApiKey } } }
        @{ Id = 'InsecureBaseUri'; Given = { @{ BaseUri = 'http://api.decathlon.net'; ApiKey = $server.ApiKey; AccessToken = $server.AccessToken } } }
    ) {
        $arguments = & $given
        $failure = try { Send-DecathlonFile $Photo @arguments } catch { $_ }
        Get-Id $failure | Should -Be $id
    }

    It 'writes an error per file if the key or the token is wrong' {
        $wrong = ConvertTo-Secret 'wrong'
        Send-DecathlonFile $Photo, $Photo @server -ErrorVariable errors -ErrorAction SilentlyContinue | Should -HaveCount 2
        Send-DecathlonFile $Photo, $Photo -BaseUri $fake.Url -ApiKey $wrong -AccessToken $server.AccessToken -ErrorVariable errors -ErrorAction SilentlyContinue
        Get-Id $errors | Should -Be DecathlonForbidden, DecathlonForbidden
        Send-DecathlonFile $Photo -BaseUri $fake.Url -ApiKey $server.ApiKey -AccessToken $wrong -ErrorVariable errors -ErrorAction SilentlyContinue
        Get-Id $errors | Should -Be DecathlonNotAuthorized
    }

    It 'never shows the key and the token' {
        $canned = Start-CannedServer 500 'broken'
        $secret = ConvertTo-Secret 'hushhush'
        $output = Send-DecathlonFile $Photo -BaseUri $canned.Url -ApiKey $secret -AccessToken $secret -Verbose -Debug -ErrorAction SilentlyContinue -ErrorVariable errors *>&1
        Stop-CannedServer $canned
        $canned.Requests.ToArray()[0].Headers['x-api-key'] | Should -Be hushhush
        $canned.Requests.ToArray()[0].Headers['Authorization'] | Should -Be 'Bearer hushhush'
        Get-Id $errors | Should -Be ServerFailed
        "$output $errors $($errors.Exception | Format-List * -Force | Out-String)" | Should -Not -Match hush
    }

    It 'needs neither a key nor a token for -WhatIf' { Send-DecathlonFile $Photo -WhatIf | Should -BeNullOrEmpty }

    It '-WhatIf sends nothing' {
        $canned = Start-CannedServer
        Send-DecathlonFile $Photo -WhatIf -BaseUri $canned.Url -ApiKey $server.ApiKey -AccessToken $server.AccessToken | Should -BeNullOrEmpty
        $canned.Requests.Count | Should -Be 0
        Stop-CannedServer $canned
    }

    It 'Ctrl+C stops waiting for a hanging server within a second' {
        $canned = Start-CannedServer -Hang
        $env:DECATHLON_API_KEY = $env:DECATHLON_ACCESS_TOKEN = 'x'; $env:DECATHLON_BASE_URI = $canned.Url
        $stopped = try { Stop-InMidst "Send-DecathlonFile '$Photo'" { $canned.Requests.Count -ge 1 } }
        finally { Stop-CannedServer $canned; $env:DECATHLON_API_KEY = $env:DECATHLON_ACCESS_TOKEN = $env:DECATHLON_BASE_URI = $null }
        $stopped.WasRunning | Should -BeTrue
        $stopped.Elapsed.TotalSeconds | Should -BeLessThan 1
        $stopped.Errors | Should -Be 0
    }
}
