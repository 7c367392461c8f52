using System.Runtime.CompilerServices;

namespace StravaTools.Tests;

/// <summary>Settings of .NET for all programs that the tests start, which inherit them.</summary>
internal static class ShortLivedPrograms
{
    /// <summary>They run for seconds only. Profiling methods and compiling them twice would cost a third of the processor time.</summary>
    [ModuleInitializer]
    internal static void Configure()
    {
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
        // In milliseconds, hexadecimal: after about eight seconds without new methods.
        Environment.SetEnvironmentVariable("DOTNET_TC_CallCountingDelayMs", "2000");
    }
}
