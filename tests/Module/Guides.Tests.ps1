BeforeDiscovery {
    $docs = [System.IO.Path]::GetFullPath("$PSScriptRoot/../../module/docs")
    # tokens.md is the last one, because it revokes the login. Database/Workers.Tests.ps1 runs workers.md.
    $pages = Get-ChildItem "$docs/errors.md", "$docs/guides/*.md", "$docs/concepts/*.md" -Exclude workers.md | ForEach-Object { @{ Name = "$($_.Directory.Name)/$($_.Name)"; Page = $_.FullName } }
}

# Runs the code of each page in order, in a folder with the files that the pages name, against one fake server.
BeforeAll {
    . $PSScriptRoot/Shared.ps1
    . $PSScriptRoot/Documents.ps1

    function New-Folder {
        $folder = New-TestFolder
        foreach ($name in 'rides/monday.gpx', 'rides/tuesday.gpx', 'wednesday.gpx', 'thursday.gpx', 'ride [1].gpx') { $null = New-Gpx "$folder/$name" }
        Copy-Item "$Samples/planned-route.gpx" "$folder/rides"
        Copy-Item $Photo "$folder/finish.jpg"
        New-Png "$folder/map.png"
        $null = New-Text "$folder/workout.csv" "ExerciseType,Repetitions,Weight,Count`nBARBELL_BACK_SQUAT,8,80,3`nKETTLEBELL_SWING,20,16,5`n"
        Set-FileAge $folder
        $folder
    }
}
AfterAll { Clear-Server }

Describe 'The page <Name>' -ForEach $pages {
    It 'has code that runs and shows the output on the page' {
        $text = (Get-Content $Page -Raw) -replace '\r'
        Use-Server
        Push-Location -LiteralPath (New-Folder)
        try {
            # Dot-sourced, because a block uses the variables of the blocks before it.
            foreach ($block in Get-Block $text) { . Invoke-Block $block $text $Name }
        }
        finally { Pop-Location }
    }
}
