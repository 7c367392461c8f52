BeforeAll {
    . $PSScriptRoot/Shared.ps1
    # The example of Google's description of the format.
    $example = '_p~iF~ps|U_ulLnnqC_mqNvxq`@'
}

Describe 'ConvertTo-StravaPolyline' {
    It 'encodes all positions as one polyline' { ConvertFrom-StravaPolyline $example | ConvertTo-StravaPolyline | Should -BeExactly $example }

    It 'accepts the rows of a CSV in any culture' {
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'de-DE'
            "Latitude,Longitude`n38.5,-120.2`n40.7,-120.95`n43.252,-126.453" | ConvertFrom-Csv | ConvertTo-StravaPolyline | Should -BeExactly $example
        }
        finally { [cultureinfo]::CurrentCulture = $culture }
    }

    It 'accepts a single position' { ConvertTo-StravaPolyline 38.5 -120.2 | Should -BeExactly '_p~iF~ps|U' }

    It 'emits nothing without positions' { @() | ConvertTo-StravaPolyline | Should -BeNullOrEmpty }

    It 'rejects a latitude above 90 degrees' { { ConvertTo-StravaPolyline 91 0 } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*' }
}
