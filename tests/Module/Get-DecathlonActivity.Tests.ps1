BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava -DecathlonActivity eu1, eu2
    $server = Get-DecathlonServer $fake
    function Get-Id($Errors) { $Errors.FullyQualifiedErrorId -replace ',StravaTools.PowerShell.Commands.GetDecathlonActivityCommand$' }
}
AfterAll { Stop-FakeStrava }

Describe 'Get-DecathlonActivity' {
    It 'gets photos, thumbnail, and attributes without a property' {
        $activity = Get-DecathlonActivity eu1 @server
        $activity | Should -BeOfType StravaTools.Decathlon.DecathlonActivity
        $activity.Id | Should -BeOfType string
        $activity.Images | Should -BeNullOrEmpty
        $activity.Thumbnail | Should -BeLike "$($fake.Url)*"
        $activity.ExtensionData['@type'].GetString() | Should -Be Activity
    }

    It 'accepts IDs from the pipeline and continues after an unknown one' {
        $found = 'eu1', 'eu9', 'a b', 'eu2' | Get-DecathlonActivity @server -ErrorAction SilentlyContinue -ErrorVariable errors
        $found.Id | Should -Be eu1, eu2
        Get-Id $errors | Should -Be DecathlonNotFound, DecathlonActivityIdInvalid
        $errors[0].TargetObject | Should -Be eu9
    }

    It 'uses the fake of Start-FakeStrava -UseAsDefault' {
        $default = Start-FakeStrava -UseAsDefault
        try { (Get-DecathlonActivity eu2a8ff4b670340f5144).Name | Should -Be 'Morning Ride' } finally { $default | Stop-FakeStrava }
        $env:DECATHLON_API_KEY | Should -BeNullOrEmpty
        $env:DECATHLON_BASE_URI | Should -BeNullOrEmpty
    }

    It 'shows tables in 120 columns, with complete addresses' {
        $stored = Send-DecathlonFile $Photo @server
        $added = $stored | Add-DecathlonPhoto -ActivityId eu1 @server
        foreach ($output in $stored, $added, ($added | Set-DecathlonThumbnail @server), (Get-DecathlonActivity eu1 @server)) {
            $lines = ($output | Out-String -Width 120) -split '\r?\n' | ForEach-Object TrimEnd
            $lines | Where-Object Length -GT 120 | Should -BeNullOrEmpty
            $lines | Where-Object { $_ -match '^[- ]*---[- ]*$' } | Should -HaveCount 1
            if ($output.Url) { "$lines" | Should -BeLike "*$($output.Url)*" }
            ($output | Format-List | Out-String -Width 120) | Should -Not -BeNullOrEmpty
        }
    }
}
