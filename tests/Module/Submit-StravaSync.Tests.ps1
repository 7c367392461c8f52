# With a database: Database/Workers.Tests.ps1.
BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $file = New-Gpx "$TestDrive/rides/ride.gpx"
    $id = 'StravaTools.PowerShell.Commands.SubmitStravaSyncCommand'
}

Describe 'Submit-StravaSync' {
    It 'requires a module of its own, which is not downloaded' {
        # A new process, because another test may have loaded that module.
        $script = "Import-Module '$Manifest'; try { Submit-StravaSync '$file' -Athlete 1 -Store Host=localhost }" +
            ' catch { $_.FullyQualifiedErrorId; $_.ErrorDetails.RecommendedAction }; [AppDomain]::CurrentDomain.GetAssemblies().FullName -match "Npgsql"'
        $lines = Invoke-PowerShell -Command $script
        $lines | Should -HaveCount 2
        $lines[0] | Should -Be "PostgreSqlNotInstalled,$id"
        $lines[1] | Should -Match 'Install-PSResource StravaTools.PostgreSql'
    }

    It 'does nothing with -WhatIf' {
        Submit-StravaSync $file -Athlete 1 -Store Host=localhost -WhatIf | Should -BeNullOrEmpty
        Submit-StravaSync -RefreshToken (ConvertTo-Secret a) -TokenKeyPath key -Athlete 1 -Store Host=localhost -WhatIf | Should -BeNullOrEmpty
    }

    It 'reports <Error> without the password' -ForEach @(
        @{ Error = 'ConnectionStringInvalid'; Store = 'Host=a;Port=hunter2' }
        @{ Error = 'ConnectionStringInvalid'; Store = 'Password=hunter2' }
        @{ Error = 'DatabaseNotUsable'; Store = 'Host=/nowhere;Username=a;Password=hunter2' }
    ) {
        Import-Module $RepositoryRoot/StravaTools.PostgreSql
        Submit-StravaSync $file -Athlete 1 -Store $Store -ErrorVariable errors -ErrorAction SilentlyContinue
        $errors.FullyQualifiedErrorId | Should -Be "$Error,$id"
        $shown = $errors | ForEach-Object { $_ | Format-List * -Force; $_.InvocationInfo.BoundParameters.Store; $_.Exception.ToString() } | Out-String
        $shown | Should -Not -Match 'hunter2'
    }
}
