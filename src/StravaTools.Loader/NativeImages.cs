using System.Management.Automation;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace StravaTools.Loader;

/// <summary>
/// Loads the assemblies that have native code for this system, from <c>native/RID/</c> in the folder of this assembly. PowerShell imports
/// this module before that of the cmdlets, whose types need these assemblies. Without an image, PowerShell finds the assembly with the same
/// IL in the folder of the cmdlets.
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
