using System.Management.Automation;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace StravaTools.Loader;

/// <summary>
/// Loads the assemblies that have native code for this system, from <c>native/RID/</c> beside this assembly. PowerShell imports this module
/// before that of the cmdlets, because their types need these assemblies. Without a suitable image, the assembly beside this one is used, which
/// has the same IL.
/// </summary>
public sealed class NativeImages : IModuleAssemblyInitializer
{
    /// <inheritdoc/>
    public void OnImport()
    {
        var folder = Path.Combine(
            Path.GetDirectoryName(typeof(NativeImages).Assembly.Location)!, "native", RuntimeInformation.RuntimeIdentifier);
        if (Directory.Exists(folder))
        {
            foreach (var image in Directory.EnumerateFiles(folder))
            {
                TryLoad(image);
            }
        }
    }

    private static void TryLoad(string image)
    {
        try
        {
            AssemblyLoadContext.Default.LoadFromAssemblyPath(image);
        }
        catch (Exception error) when (error is BadImageFormatException or FileLoadException)
        {
            // An image for another system, or the assembly is in use already.
        }
    }
}
