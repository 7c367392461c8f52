BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava -DecathlonActivity eu1, eu2, eu3, eu4, eu5, eu6, eu7
    $server = Get-DecathlonServer $fake
    function Get-Id($Errors) { $Errors.FullyQualifiedErrorId -replace ',StravaTools.PowerShell.Commands.AddDecathlonPhotoCommand$' }
    function Get-Image($Id) { (Get-DecathlonActivity $Id @server).Images }
}
AfterAll { Stop-FakeStrava }

Describe 'Add-DecathlonPhoto' {
    BeforeEach { $folder = New-TestFolder; Copy-Item $Photo "$folder/a.jpg"; Copy-Item $Photo "$folder/b [1].jpg" }

    It 'adds the pictures of a folder to the existing ones with one write' -Tag 'Clause:DE-003' {
        Add-DecathlonPhoto -Url https://example.com/first -ActivityId eu1 @server | Should -HaveCount 1
        $added = Get-ChildItem "$folder/*.jpg" | Add-DecathlonPhoto -ActivityId eu1 @server -Verbose 4>&1
        $lines = $added | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        $added = $added | Where-Object { $_ -isnot [System.Management.Automation.VerboseRecord] }
        $added | Should -HaveCount 2
        $added.PhotoCount | Should -Be 3, 3
        $added.File | Split-Path -Leaf | Should -Be 'a.jpg', 'b [1].jpg'
        Get-Image eu1 | Should -Be (@('https://example.com/first') + $added.Url)
        @($lines -match 'VERBOSE: PUT|^PUT').Count | Should -Be 1
    }

    It 'replaces the existing photos with -Replace, once per pipeline' {
        Add-DecathlonPhoto -Url https://example.com/old -ActivityId eu2 @server
        $added = Get-ChildItem "$folder/*.jpg" | Add-DecathlonPhoto -ActivityId eu2 -Replace @server
        Get-Image eu2 | Should -Be $added.Url
        # Existing photos are kept if only some of the new ones were stored.
        Add-DecathlonPhoto "$folder/a.jpg", "$folder/missing.jpg" eu2 -Replace @server -ErrorAction SilentlyContinue -ErrorVariable errors
        Get-Id $errors | Should -Be FileNotFound, DecathlonStoredOnly
        Get-Image eu2 | Should -Be $added.Url
    }

    It 'accepts activities and pictures from a table' {
        $rows = "Path,ActivityId`n$folder/a.jpg,eu3`n$folder/a.jpg,eu4" | ConvertFrom-Csv
        ($rows | Add-DecathlonPhoto @server).ActivityId | Should -Be eu3, eu4
        (Get-DecathlonActivity eu3 @server | Add-DecathlonPhoto -Url https://example.com/1 @server).ActivityId | Should -Be eu3
    }

    It 'continues after an invalid picture' {
        $text = New-Text "$folder/text.jpg" 'no picture'
        $added = Add-DecathlonPhoto $text, "$folder/missing.jpg", (New-LargePhoto "$folder/large.jpg" 10mb), "$folder/a.jpg" eu5 @server -ErrorAction SilentlyContinue -ErrorVariable errors
        Get-Id $errors | Should -Be FileNotFound, PictureNotJpeg, DecathlonPhotoTooLarge
        $added | Should -HaveCount 1
        Get-Image eu5 | Should -Be $added.Url
    }

    It 'writes one error per picture for an unknown activity and stores nothing' {
        $output = Add-DecathlonPhoto "$folder/a.jpg", $Photo eu9 @server -Verbose -ErrorAction SilentlyContinue -ErrorVariable errors 4>&1
        Get-Id $errors | Should -Be DecathlonNotFound, DecathlonNotFound
        "$output" | Should -Not -Match upload
        Add-DecathlonPhoto $Photo 'eu/../x' @server -ErrorAction SilentlyContinue -ErrorVariable errors
        Get-Id $errors | Should -Be DecathlonActivityIdInvalid
    }

    It 'continues after an invalid address' {
        $added = Add-DecathlonPhoto -Url 'nowhere', 'http://example.com/1', 'https://example.com/1' -ActivityId eu6 @server -ErrorAction SilentlyContinue -ErrorVariable errors
        Get-Id $errors | Should -Be DecathlonUrlInvalid, DecathlonUrlInvalid
        $added.Url | Should -Be 'https://example.com/1'
    }

    It 'reports the address of a stored picture if a later step fails' {
        $failing = Start-FakeStrava -DecathlonFault write:503
        $given = Get-DecathlonServer $failing
        Add-DecathlonPhoto $Photo eu2a8ff4b670340f5144 @given -ErrorAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty
        Get-Id $errors | Should -Be DecathlonStoredOnly
        $url = $errors[0].Exception.StoredUrl
        "$($errors[0])" | Should -BeLike "*$url*503*"
        (Invoke-WebRequest $url).Content | Should -Be ([System.IO.File]::ReadAllBytes($Photo))
        (Add-DecathlonPhoto -Url $url -ActivityId eu2a8ff4b670340f5144 @given).PhotoCount | Should -Be 1
        $failing | Stop-FakeStrava
    }

    It 'needs neither a key nor a token for -WhatIf' { Add-DecathlonPhoto $Photo eu7 -WhatIf | Should -BeNullOrEmpty }

    It '-WhatIf sends and changes nothing' {
        Add-DecathlonPhoto $Photo eu7 -WhatIf @server | Should -BeNullOrEmpty
        Add-DecathlonPhoto -Url https://example.com/1 -ActivityId eu7 -WhatIf @server | Should -BeNullOrEmpty
        Get-Image eu7 | Should -BeNullOrEmpty
    }
}
