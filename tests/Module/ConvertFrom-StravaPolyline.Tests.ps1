BeforeAll {
    . $PSScriptRoot/Shared.ps1
    # The example of Google's description of the format.
    $example = '_p~iF~ps|U_ulLnnqC_mqNvxq`@'
}

Describe 'ConvertFrom-StravaPolyline' {
    It 'decodes polylines: <name>' -ForEach @(
        @{ Name = 'by position'; Decode = { ConvertFrom-StravaPolyline $example } }
        @{ Name = 'by the pipeline'; Decode = { $example | ConvertFrom-StravaPolyline } }
        @{ Name = 'of a map'; Decode = { [StravaTools.Client.Representations.StravaMap]@{ Polyline = $example; SummaryPolyline = '??' } | ConvertFrom-StravaPolyline } }
        @{ Name = 'of the outline of an activity'; Decode = { [StravaTools.Client.Activities.StravaActivity]@{ Map = [StravaTools.Client.Representations.StravaMap]@{ Polyline = ''; SummaryPolyline = $example } } | ConvertFrom-StravaPolyline } }
    ) {
        $positions = & $decode
        $positions | Should -BeOfType StravaTools.Activities.Analysis.Position
        $positions.Latitude | Should -Be 38.5, 40.7, 43.252
        $positions.Longitude | Should -Be -120.2, -120.95, -126.453
    }

    It 'skips an activity without a route' {
        [StravaTools.Client.Activities.StravaActivity]::new(), '' | ConvertFrom-StravaPolyline -ErrorVariable errors | Should -BeNullOrEmpty
        $errors | Should -BeNullOrEmpty
    }

    It 'writes InvalidPolyline for invalid text and continues' {
        $positions = 'no polyline', $example | ConvertFrom-StravaPolyline -ErrorAction SilentlyContinue -ErrorVariable errors
        $positions | Should -HaveCount 3
        $errors.FullyQualifiedErrorId | Should -Be 'InvalidPolyline,StravaTools.PowerShell.Commands.ConvertFromStravaPolylineCommand'
        $errors[0].TargetObject | Should -Be 'no polyline'
    }
}
