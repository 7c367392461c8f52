using StravaTools.Activities;
using StravaTools.NewFormat.Tests;
using StravaTools.NewFormat.Tests.Pulse;

[assembly: AssemblyFixture(typeof(Registration))]

namespace StravaTools.NewFormat.Tests;

/// <summary>The one registration of the format, before the first test.</summary>
public sealed class Registration
{
    public Registration() =>
        ActivityFormatRegistry.Default = new([.. ActivityFormatRegistry.Default.Formats, new PulseFormat()]);
}
