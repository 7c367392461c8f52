BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava -DecathlonActivity eu1, eu2, eu3, eu4, eu5, eu6
    $server = Get-DecathlonServer $fake
    function Get-Id($Errors) { $Errors.FullyQualifiedErrorId -replace ',StravaTools.PowerShell.Commands.SetDecathlonThumbnailCommand$' }
}
AfterAll { Stop-FakeStrava }

Describe 'Set-DecathlonThumbnail' {
    BeforeEach { $folder = New-TestFolder }

    It 'stores, attaches, saves the old thumbnail, and changes it in one pipeline' -Tag 'Clause:DE-002', 'Clause:DE-022' {
        $before = Get-DecathlonActivity eu1 @server
        $result = Get-Item $Photo | Send-DecathlonFile @server | Add-DecathlonPhoto -ActivityId eu1 @server | Set-DecathlonThumbnail @server
        $after = Get-DecathlonActivity eu1 @server
        $result | Should -BeOfType StravaTools.Decathlon.DecathlonThumbnailResult
        $result.PreviousThumbnail | Should -Be $before.Thumbnail
        $result.Saving | Should -Be AsPhoto
        $after.Thumbnail | Should -Be $result.Thumbnail
        $after.Images | Should -Be $result.Thumbnail, $before.Thumbnail
        (Invoke-WebRequest $after.Thumbnail).Content | Should -Be ([System.IO.File]::ReadAllBytes($Photo))
    }

    It 'saves the old thumbnail to a file and overwrites only with -Force' {
        $old = (Get-DecathlonActivity eu2 @server).Thumbnail
        $result = Get-Item $Photo | Set-DecathlonThumbnail -ActivityId eu2 -SaveCurrentTo "$folder/old.jpg" @server
        $result.SavedTo | Should -Be (Join-Path $folder old.jpg)
        [System.IO.File]::ReadAllBytes("$folder/old.jpg") | Should -Be (Invoke-WebRequest $old).Content
        Set-DecathlonThumbnail $Photo eu2 -SaveCurrentTo "$folder/old.jpg" @server -ErrorAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty
        Get-Id $errors | Should -Be FileExists
        Set-DecathlonThumbnail $Photo eu2 -SaveCurrentTo "$folder/old.jpg" -Force @server | Should -Not -BeNullOrEmpty
        (Get-DecathlonActivity eu2 @server).Images | Should -BeNullOrEmpty
    }

    It 'warns if the extension of the saved file does not match its content' {
        Set-DecathlonThumbnail $Photo eu3 -SaveCurrentTo "$folder/old.png" -WarningVariable warnings -WarningAction SilentlyContinue @server
        "$warnings" | Should -BeLike '*a JPEG picture*'
    }

    It 'saves nothing with -NoSave' {
        (Set-DecathlonThumbnail $Photo eu4 -NoSave @server).Saving | Should -Be None
        (Get-DecathlonActivity eu4 @server).Images | Should -BeNullOrEmpty
        $failure = try { Set-DecathlonThumbnail $Photo eu4 -NoSave -SaveCurrentTo "$folder/x.jpg" @server } catch { $_ }
        Get-Id $failure | Should -Be DecathlonSavingTwice
    }

    It 'warns about a thumbnail of 300 kB or more and explains how to make it smaller' -Tag 'Clause:DE-005' {
        Set-DecathlonThumbnail (New-LargePhoto "$folder/fits.jpg" 299999) eu5 -WarningVariable warnings @server | Should -Not -BeNullOrEmpty
        $warnings | Should -BeNullOrEmpty
        Set-DecathlonThumbnail (New-LargePhoto "$folder/large.jpg" 300000) eu5 -WarningVariable warnings -WarningAction SilentlyContinue @server | Should -Not -BeNullOrEmpty
        "$warnings" | Should -BeLike '*300,000*magick*'
        New-Png "$folder/large.png" 900 700
        Set-DecathlonThumbnail "$folder/large.png" eu5 -ConvertToJpeg -Resize -WarningVariable warnings @server | Should -Not -BeNullOrEmpty
        $warnings | Should -BeNullOrEmpty
        Set-DecathlonThumbnail (New-LargePhoto "$folder/huge.jpg" 3000000) eu5 -ErrorAction SilentlyContinue -ErrorVariable errors @server
        Get-Id $errors | Should -Be DecathlonPhotoTooLarge
    }

    It 'continues after an unknown activity, and reports the address of a stored picture if the change fails' {
        $failing = Start-FakeStrava -DecathlonFault write:500
        $given = Get-DecathlonServer $failing
        $results = 'eu9', 'eu2a8ff4b670340f5144', 'eu2a8ff4b670340f5144' | ForEach-Object { [pscustomobject]@{ ActivityId = $_ } } |
            Set-DecathlonThumbnail $Photo -NoSave @given -ErrorAction SilentlyContinue -ErrorVariable errors
        Get-Id $errors | Should -Be DecathlonNotFound, DecathlonStoredOnly
        $errors[1].Exception.StoredUrl | Should -Not -BeNullOrEmpty
        $results | Should -HaveCount 1
        $failing | Stop-FakeStrava
    }

    It 'needs neither a key nor a token for -WhatIf' { Set-DecathlonThumbnail $Photo eu6 -WhatIf | Should -BeNullOrEmpty }

    It '-WhatIf changes nothing' {
        $before = (Get-DecathlonActivity eu6 @server).Thumbnail
        Set-DecathlonThumbnail $Photo eu6 -WhatIf -SaveCurrentTo "$folder/x.jpg" @server | Should -BeNullOrEmpty
        (Get-DecathlonActivity eu6 @server).Thumbnail | Should -Be $before
        "$folder/x.jpg" | Should -Not -Exist
    }

    It 'is part of the sample, with Send-DecathlonFile and Add-DecathlonPhoto' {
        $output = Invoke-PowerShell -File "$Samples/Decathlon.ps1"
        $LASTEXITCODE | Should -Be 0
        "$output" | Should -BeLike '*before: 0 photos*after: 2 photos, the old thumbnail among them.*7721 bytes, as written.'
    }
}
