using System.Text.Json.Serialization;

namespace StravaTools.PowerShell.Tests.Pester;

/// <summary>The results of one test file, written by Invoke-ModuleTests.ps1.</summary>
/// <param name="Name">The file name, without its folder.</param>
/// <param name="Errors">Errors outside of tests: in discovery or in a BeforeAll.</param>
/// <param name="Tests">The tests that the file contains.</param>
public sealed record PesterFile(
    [property: JsonPropertyName("file")] string Name, IReadOnlyList<string> Errors, IReadOnlyList<PesterTest> Tests);
