BeforeAll {
    . $PSScriptRoot/Shared.ps1
    # The example of Google's description of the format.
    $example = '_p~iF~ps|U_ulLnnqC_mqNvxq`@'
}

Describe 'ConvertTo-StravaPolyline' {
    It 'makes one polyline of all positions' { ConvertFrom-StravaPolyline $example | ConvertTo-StravaPolyline | Should -BeExactly $example }

    It 'takes the rows of a CSV, whatever the culture' {
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'de-DE'
            "Latitude,Longitude`n38.5,-120.2`n40.7,-120.95`n43.252,-126.453" | ConvertFrom-Csv | ConvertTo-StravaPolyline | Should -BeExactly $example
        }
        finally { [cultureinfo]::CurrentCulture = $culture }
    }

    It 'takes a single position' { ConvertTo-StravaPolyline 38.5 -120.2 | Should -BeExactly '_p~iF~ps|U' }

    It 'makes nothing of no positions' { @() | ConvertTo-StravaPolyline | Should -BeNullOrEmpty }

    It 'refuses what is no position on earth' { { ConvertTo-StravaPolyline 91 0 } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*' }
}
